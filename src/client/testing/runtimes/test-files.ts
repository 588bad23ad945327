import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const GUIDE = new URL('../../../../docs/client.md', import.meta.url);

/** A test of an application that compiles to CommonJS, as ts-jest does by default. */
export const APPLICATION_TEST = `import type { Client } from 'workspace-api-client';
import { createClient, isApiError } from 'workspace-api-client';

const body = { error: { code: 'NOT_FOUND', message: 'Record not found: 404' } };
const client: Client = createClient({
  baseUrl: 'http://localhost/acme-corp/sales',
  fetch: () => Promise.resolve(new Response(JSON.stringify(body), { status: 404 })),
});

test('a documented failure is recognized', async () => {
  const result = await client.getRecord({ entityName: 'Customer', id: 404 });
  expect(isApiError(result.ok ? undefined : result.error, 'NOT_FOUND')).toBe(true);
  expect(result.ok ? undefined : result.error.message).toBe('Record not found: 404');
});
`;

/** The environment that docs/client.md shows for Jest. */
export const DOCUMENTED_ENVIRONMENT = /^```js\n([^]*?)^```/m.exec(readFileSync(GUIDE, 'utf8'))?.[1] ?? '';

/** Prints the code of an error that \`require\`d code returned. */
export const REQUIRING = `const { createClient, isApiError } = require('workspace-api-client');
const document = require('workspace-api-client/openapi.json');
require('workspace-api-client/types');
const client = createClient({ baseUrl: 'http://localhost', fetch: () => Promise.resolve(new Response('{}', { status: 404 })) });
client.getRecord({ entityName: 'Customer', id: 1 }).then(({ error }) => {
  console.log(JSON.stringify([document.openapi, error.code, isApiError(error)]));
});
`;

/**
 * Ends with exit code 13 if a call never ends, because then nothing keeps the process running. The turns are enough for every call, but
 * too few to keep the process running forever.
 */
export const COLLECTING = `const { createClient } = require('workspace-api-client');
const client = createClient({ baseUrl: 'http://localhost', fetch: () => new Promise(() => undefined), timeout: 100 });
const calls = Array.from({ length: 200 }, () =>
  client.getRecord({ entityName: 'Customer', id: 1 }, { signal: new AbortController().signal }),
);
(async () => {
  for (let turn = 0; turn < 50; turn += 1) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const codes = (await Promise.all(calls)).map(({ error }) => error.code);
  console.log(JSON.stringify([...new Set(codes)]));
})();
`;

/** Tests that start the mock and the server of the built packages. */
export function serversTest(dist: string): string {
  const moduleOf = (path: string): string => JSON.stringify(pathToFileURL(dist + path).href);
  return `import { createClient } from ${moduleOf('workspace-api-client/dist/src/client/index.js')};
import { startMock } from ${moduleOf('workspace-api-mock/dist/src/packages/mock.js')};
import { demoDefinition, startServer } from ${moduleOf('workspace-api-server/dist/src/packages/server.js')};

const body = { name: 'Zoë', email: 'zoe@example.org' };
async function useWith(started, apiKey) {
  const client = createClient({ baseUrl: started.url + '/acme-corp/sales', apiKey, retry: { limit: 0 } });
  const created = await client.createRecord({ entityName: 'Customer', body });
  const invalid = await client.createRecord({ entityName: 'Customer', body: { name: 'Zoë', email: 'nope' } });
  const batch = await client.bulkCreateRecords({ entityName: 'Customer', body: [{ ...body, email: 'z@example.org' }] });
  const listed = await client.listRecords({ entityName: 'Customer', filter: { name: 'Jane Doe' } });
  await started.close();
  expect(created).toMatchObject({ ok: true, data: { data: body } });
  expect(invalid).toMatchObject({ ok: false, error: { code: 'VALIDATION_ERROR' } });
  expect(batch).toMatchObject({ ok: true, data: { failed: 0 } });
  expect(listed).toMatchObject({ ok: true });
}
it('the mock reads bodies', async () => {
  await useWith(await startMock({ port: 0 }), 'sk_test_read_write');
});
it('the server reads bodies', async () => {
  const server = await startServer({ definition: demoDefinition, port: 0, log: () => undefined });
  await useWith(server, 'sk_live_demo_read_write');
});
`;
}

/** The tests that docs/test-your-app.md shows for a runner, with the installed packages. */
export function testYourAppTest(runner: 'vitest' | 'jest'): string {
  const page = readFileSync(new URL('../../../../docs/test-your-app.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/^```js vitest\n([^]*?)^```/gm)].map(([, block = '']) => block);
  // Each block is a file of its own.
  const [fixtures = '', matchers = ''] = blocks;
  const code = `${matchers}describe('fixtures', () => {\n${fixtures.replaceAll(/^import [^;]*;\n/gm, '')}});\n`;
  const names = /^import [^;]*testing';$/m.exec(fixtures)?.[0] ?? '';
  return code
    .replace(/^import [^;]*testing';$/m, names)
    .replace("'workspace-api-client/vitest'", `'workspace-api-client/${runner}'`);
}

/**
 * The test with supertest that docs/test-your-app.md shows, of an application that always returns the failure, and one that forgets to
 * await its request. A page cannot send requests to an application in the same process.
 */
export function supertestTest(): string {
  const page = readFileSync(new URL('../../../../docs/test-your-app.md', import.meta.url), 'utf8');
  const [, shown = ''] = /^```js supertest\n([^]*?)^```/m.exec(page) ?? [];
  const application = `import { failures } from 'workspace-api-client/testing';
const { status, headers, body } = failures.createRecord.uniqueConstraintViolation({ column: 'email', value: 'jane@example.com' });
const app = (_request, response) => response.writeHead(status, headers).end(JSON.stringify(body));`;
  return `/** @jest-environment node */
${shown.replace("import { app } from './app.js';", application)}
test('a request that is not awaited', () => {
  expect(() => expect(request(app).get('/')).toKeepContract()).toThrow('this is not awaited; await the request');
});
`;
}

/** The tests that docs/testing.md shows, with the built packages and the definition of docs/workspace.md. */
export function documentedTest(dist: string): string {
  const read = (name: string): string => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');
  const blocks = read('testing.md').matchAll(/^```js vitest\n([^]*?)^```/gm);
  const code = [...blocks].map(([, block]) => block).join('\n');
  const [, definition = ''] = /^```json\n([^]*?)^```/m.exec(read('workspace.md')) ?? [];
  const modules = {
    'workspace-api-client': 'workspace-api-client/dist/src/client/index.js',
    'workspace-api-mock': 'workspace-api-mock/dist/src/packages/mock.js',
    'workspace-api-server': 'workspace-api-server/dist/src/packages/server.js',
  };
  return Object.entries(modules).reduce(
    (text, [name, file]) => text.replace(`'${name}'`, JSON.stringify(pathToFileURL(dist + file).href)),
    // The runners provide these as globals.
    code
      .replace("import { afterAll, beforeAll, expect, test } from 'vitest';\n", '')
      .replace("import definition from './helpdesk.json';", `const definition = ${definition};`),
  );
}
