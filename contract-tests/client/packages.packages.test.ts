import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { typeTests } from './type-tests.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** The compilers that users have: the latest of each major version, and the one this repository uses. */
const compilers = { 'typescript-5': '5.9.3', 'typescript-6': '6.0.3', 'typescript-7': '7.0.2' };
const resolutions = { bundler: 'esnext', nodenext: 'nodenext' };
/** Those of CommonJS projects. TypeScript 7 no longer has `node10`. */
const oldResolutions = { node16: 'node16', node10: 'commonjs' };
const packages = ['workspace-api-client', 'workspace-api-contract'];

let folder: string;
const tarballs: string[] = [];

/** Runs npm the way a user without this repository would. */
async function npm(cwd: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run('npm', [...words, '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
    cwd,
  });
  return stdout;
}

/** Installs packages in a project. If it exists, npm adds the packages that it does not have yet. */
async function project(name: string, dependencies: Readonly<Record<string, string>>): Promise<string> {
  const place = join(folder, name);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'package.json'), JSON.stringify({ name, private: true, type: 'module', dependencies }));
  await npm(place, 'install', '--ignore-scripts');
  return place;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packages-'));
  for (const name of packages) {
    const packed = JSON.parse(await npm(join(ROOT, 'dist', name), 'pack', '--json', '--pack-destination', folder));
    const list: readonly { readonly filename: string }[] = Array.isArray(packed) ? packed : Object.values(packed);
    tarballs.push(...list.map(({ filename }) => join(folder, filename)));
  }
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe.each(packages)('%s', (name) => {
  const file = () => tarballs.find((each) => each.includes(name)) ?? '';

  it('passes publint', async () => {
    const { stdout } = await run(process.execPath, [join(ROOT, 'node_modules/publint/src/cli.js'), file(), '--strict']);
    expect(stdout).toMatch(/All good/);
  });

  it('has types that resolve correctly', async () => {
    const command = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const profile = name === 'workspace-api-client' ? [] : ['--profile', 'esm-only'];
    // The YAML file is not a module and is never imported as one.
    const { stdout } = await run(process.execPath, [
      command,
      file(),
      ...profile,
      '--exclude-entrypoints',
      './openapi.yaml',
      '--format',
      'ascii',
    ]);
    // The command itself fails if it finds a problem.
    expect(stdout.match(/node16 \(from ESM\): 🟢 \(ESM\)/g)?.length).toBeGreaterThan(0);
    if (profile.length === 0) {
      const columns = [...stdout.matchAll(/^(node10|node16 \(from CJS\)|node16 \(from ESM\)|bundler): 🟢/gm)];
      // The client itself, its types, openapi.json and package.json.
      expect(columns.map(([, column]) => column)).toHaveLength(4 * 4);
    }
  });

  it('contains every source that its declaration maps refer to', async () => {
    const place = join(ROOT, 'dist', name);
    const files = new Set(await readdir(place, { recursive: true }));
    const maps = [...files].filter((each) => each.endsWith('.d.ts.map'));
    expect(maps.length).toBeGreaterThan(20);
    for (const map of maps) {
      const { sources } = JSON.parse(await readFile(join(place, map), 'utf8'));
      expect(files).toContain(join(map, '..', sources[0]));
    }
  });

  it('contains no tests', async () => {
    const files = await readdir(join(ROOT, 'dist', name), { recursive: true });
    expect(files.filter((each) => /[.]test[.]|\/testing\//.test(each))).toEqual([]);
  });
});

describe('workspace-api-client, installed', () => {
  let place: string;
  beforeAll(async () => {
    const aliases = Object.entries(compilers).map(([name, version]) => [name, `npm:typescript@${version}`]);
    const [client = ''] = tarballs;
    place = await project('client', { ...Object.fromEntries(aliases), 'workspace-api-client': `file:${client}` });
    await writeFile(join(place, 'types.ts'), typeTests('workspace-api-client'));
    await writeFile(
      join(place, 'main.ts'),
      `import document from 'workspace-api-client/openapi.json' with { type: 'json' };
import type { components, paths } from 'workspace-api-client/types';
import { createClient } from 'workspace-api-client';

const fetch = () => Promise.resolve(Response.json({ data: { id: 1 } }));
const client = createClient({ baseUrl: 'http://localhost/acme-corp/sales', apiKey: 'sk_live_test', fetch });
const path: keyof paths = '/{entityName}';
const result = await client.getRecord({ entityName: 'Customer', id: 1 });
const record: components['schemas']['StoredRecord'] | undefined = result.ok ? result.data.data : undefined;
console.log(JSON.stringify([record, path, document.openapi]));
`,
    );
    // The declarations are copies of the others, so a few facts suffice.
    await writeFile(
      join(place, 'main.cts'),
      `import * as document from 'workspace-api-client/openapi.json';
import type { components, paths } from 'workspace-api-client/types';
import { createClient } from 'workspace-api-client';

const client = createClient({ baseUrl: 'http://localhost/acme-corp/sales' });
export const path: keyof paths = '/{entityName}';
export const record: Promise<components['schemas']['StoredRecord'] | undefined> = client
  .getRecord({ entityName: 'Customer', id: 1 })
  .then((result) => (result.ok ? result.data.data : undefined));
document.openapi satisfies string;
// @ts-expect-error not an entity
void client.getRecord({ entityName: 1, id: 1 });
client.deleteRecord({ entityName: 'Customer', id: 1 }).then((result) => {
  // @ts-expect-error deleteRecord documents no 422
  if (!result.ok) result.error.code === 'VALIDATION_ERROR';
});
`,
    );
  }, 180_000);

  it('installs openapi-fetch and nothing else', async () => {
    const installed = (await readdir(join(place, 'node_modules'))).filter((each) => !/^[.@]|^typescript-/.test(each));
    // The only dependency of openapi-fetch is a package of types.
    expect(installed.toSorted()).toEqual(['openapi-fetch', 'openapi-typescript-helpers', 'workspace-api-client']);
    const manifest = join(place, 'node_modules/workspace-api-client/package.json');
    expect(Object.keys(JSON.parse(await readFile(manifest, 'utf8')).dependencies)).toEqual(['openapi-fetch']);
  });

  const projects = Object.keys(compilers).flatMap((compiler) => [
    ...Object.entries(resolutions).map(
      ([resolution, module]) => [compiler, resolution, module, ['types.ts', 'main.ts']] as const,
    ),
    ...Object.entries(oldResolutions)
      .filter(([resolution]) => resolution !== 'node10' || compiler !== 'typescript-7')
      .map(([resolution, module]) => [compiler, resolution, module, ['main.cts']] as const),
  ]);
  it.each(projects)(
    'has the types of the contract with %s and %s resolution',
    async (compiler, moduleResolution, module, files) => {
      const config = join(place, `tsconfig.${compiler}.${moduleResolution}.json`);
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2024',
        lib: ['es2024', 'dom', 'dom.iterable'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        resolveJsonModule: true,
        // Checks every declaration of the packages, but not those of the compiler itself.
        skipDefaultLibCheck: true,
        noEmit: true,
        ...(compiler === 'typescript-6' && moduleResolution === 'node10' && { ignoreDeprecations: '6.0' }),
      };
      await writeFile(config, JSON.stringify({ compilerOptions, files }));
      const compiled = run(process.execPath, [join(place, 'node_modules', compiler, 'bin/tsc'), '-p', config], {
        cwd: place,
      });
      await expect(compiled.catch(({ stdout }) => String(stdout))).resolves.toMatchObject({ stdout: '' });
    },
  );

  it('runs in Node', async () => {
    const { stdout } = await run(process.execPath, [join(place, 'main.ts')], { cwd: place });
    expect(JSON.parse(stdout)).toEqual([{ id: 1 }, '/{entityName}', expect.stringMatching(/^3[.]1[.]/)]);
  });
});

describe('workspace-api-contract, installed', () => {
  let place: string;
  beforeAll(async () => {
    const [, tools = ''] = tarballs;
    place = await project('tools', { 'workspace-api-contract': `file:${tools}` });
  }, 180_000);

  it('does not install Dredd, and verifies without it', async () => {
    expect(await readdir(join(place, 'node_modules'))).not.toContain('dredd');
    await writeFile(
      join(place, 'main.js'),
      `import { demoDefinition, demoTarget, mockTarget, parseTarget, startMock, startServer, verify } from 'workspace-api-contract';
const mock = await startMock({ port: 0 });
const target = mockTarget(mock.url);
await mock.close();
const server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
const report = await verify({ target: parseTarget(demoTarget(server.url, { faults: true }), {}), level: 'documented' });
await server.close();
console.log(JSON.stringify([target.organization, report.senders, report.summary.failed]));
`,
    );
    const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', join(place, 'main.js')], {
      cwd: place,
    });
    expect(JSON.parse(stdout)).toEqual(['acme-corp', ['http'], 0]);
  });

  it("serves the mock's page with all its resources", async () => {
    await writeFile(
      join(place, 'page.js'),
      `import { startMock } from 'workspace-api-contract';
const mock = await startMock({ port: 0 });
const get = (path) => fetch(new URL(path, mock.url));
const pages = await Promise.all(['/', '/_page/reference'].map(async (path) => (await get(path)).text()));
const needed = pages.flatMap((page) => [...page.matchAll(/"(\\/_page\\/[^"]+)"/g)].map(([, path]) => path));
const statuses = await Promise.all(needed.map(async (path) => (await get(path)).status));
await mock.close();
console.log(JSON.stringify(Object.fromEntries(needed.map((path, index) => [path, statuses[index]]))));
`,
    );
    const { stdout } = await run(process.execPath, [join(place, 'page.js')], { cwd: place });
    const statuses: Readonly<Record<string, number>> = JSON.parse(stdout);
    expect(Object.keys(statuses)).toContain('/_page/code/src/mock/page/browser/main.js');
    expect(new Set(Object.values(statuses))).toEqual(new Set([200]));
  });

  it('has a working command', async () => {
    const command = join(place, 'node_modules/.bin/workspace-api');
    const environment = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}` };
    const { stdout } = await run(command, ['verify', '--help'], { cwd: place, env: environment });
    expect(stdout).toMatch(/^Usage: workspace-api verify \[--url URL\]/);
    const refused = run(command, ['verify', '--url', 'http://127.0.0.1:1', '--sender', 'both'], {
      cwd: place,
      env: environment,
    });
    await expect(refused).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('npm install -D dredd') });
  });

  it('has a command that reports a Node that is too old', async () => {
    const claim = join(place, 'old-node.cjs');
    await writeFile(claim, "Object.defineProperty(process, 'version', { value: 'v20.19.0' });");
    const environment = { ...process.env, NODE_OPTIONS: `-r ${claim}` };
    const command = join(place, 'node_modules/.bin/workspace-api');
    const refused = run(process.execPath, [command, '--help'], { cwd: place, env: environment });
    const stderr = expect.stringMatching(/^This is Node v20[.]19[.]0, and workspace-api needs 24 or newer[^\n]*\n$/);
    await expect(refused).rejects.toMatchObject({ code: 2, stdout: '', stderr });
  });
});

describe('workspace-api-contract, in an application', () => {
  let place: string;
  beforeAll(async () => {
    const [, tools = ''] = tarballs;
    // The project of the tests above, because they are done with it: with the packages of an application, they could not find out
    // that a dependency is missing.
    place = await project('tools', {
      'workspace-api-contract': `file:${tools}`,
      '@types/express': '5.0.6',
      '@types/node': '24.19.2',
      express: '5.3.0',
      'express-4': 'npm:express@^4.21.0',
      fastify: '5.12.8',
      'fastify-first': 'npm:fastify@5.0.0',
      typescript: compilers['typescript-5'],
    });
  }, 180_000);

  it('conforms to the contract on every supported Express and Fastify version', async () => {
    await writeFile(
      join(place, 'main.js'),
      `import { once } from 'node:events';
import express from 'express';
import express4 from 'express-4';
import { fastify } from 'fastify';
import { fastify as fastifyFirst } from 'fastify-first';
import { contractMiddleware, fail } from 'workspace-api-contract/express';
import { contractOptions, contractPlugin, fail as failToo } from 'workspace-api-contract/fastify';

async function onExpress(make) {
  const app = make();
  const contract = contractMiddleware({ onUnexpected: () => undefined });
  app.use(contract.first);
  app.use(make.json());
  app.get('/records/:id', ({ params }) => { throw fail('recordNotFound', params); });
  app.get('/bug', () => { throw new Error('secret'); });
  app.use(...contract.last);
  const server = app.listen(0, '127.0.0.1');
  contract.guard(server);
  await once(server, 'listening');
  return [server.address().port, () => server.close()];
}
async function onFastify(make) {
  const app = make(contractOptions);
  app.register(contractPlugin, { onUnexpected: () => undefined });
  app.get('/records/:id', async ({ params }) => { throw failToo('recordNotFound', params); });
  app.get('/bug', async () => { throw new Error('secret'); });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return [app.server.address().port, () => app.close()];
}
const results = [];
for (const [start, make] of [[onExpress, express], [onExpress, express4], [onFastify, fastify], [onFastify, fastifyFirst]]) {
  const [port, close] = await start(make);
  const bad = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' };
  const answers = [];
  for (const [path, init] of [['records/7'], ['records/%zz'], ['nowhere'], ['bug'], ['nowhere', bad]]) {
    const response = await fetch('http://127.0.0.1:' + port + '/' + path, init);
    const { error } = await response.json();
    answers.push([response.status, error.code, response.headers.get('content-type')].join(' '));
  }
  results.push(answers);
  close();
}
console.log(JSON.stringify(results));
process.exit();
`,
    );
    const { stdout } = await run(process.execPath, [join(place, 'main.js')], { cwd: place });
    const answers = [
      '404 NOT_FOUND application/json',
      '400 BAD_REQUEST application/json',
      '404 NOT_FOUND application/json',
      '500 INTERNAL_ERROR application/json',
      '400 BAD_REQUEST application/json',
    ];
    expect(JSON.parse(stdout)).toEqual([answers, answers, answers, answers]);
  });

  it.each(Object.entries(resolutions))(
    'has types that applications compile with, with %s resolution',
    async (moduleResolution, module) => {
      await writeFile(
        join(place, 'types.ts'),
        `import express from 'express';
import { fastify } from 'fastify';
import type { Code, Envelope, ScenarioName } from 'workspace-api-contract';
import { fail, scenarios, toEnvelope } from 'workspace-api-contract';
import type { ContractMiddleware, ScenarioFailure } from 'workspace-api-contract/express';
import { contractMiddleware } from 'workspace-api-contract/express';
import { contractOptions, contractPlugin, validationFailure } from 'workspace-api-contract/fastify';

const contract: ContractMiddleware = contractMiddleware({ onUnexpected: (error: unknown, { url }) => void [error, url] });
const app = express().use(contract.first).use(...contract.last);
contract.guard(app.listen(0));

fastify(contractOptions).register(contractPlugin, { onUnexpected: (error, request) => request.log.error(error) });
fastify({ ...contractOptions, logger: true }).register(contractPlugin);

const failure: ScenarioFailure = validationFailure([]);
const envelope: Envelope = toEnvelope(failure);
const code: Code = scenarios.recordNotFound.code;
const name: ScenarioName = failure.scenario;
// @ts-expect-error a scenario needs its values
fail('recordNotFound');
// @ts-expect-error onUnexpected is missing
contractMiddleware({});
export { code, envelope, name };
`,
      );
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2024',
        types: ['node'],
        strict: true,
        noEmit: true,
      };
      const config = join(place, `tsconfig.${moduleResolution}.json`);
      await writeFile(
        config,
        JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true }, files: ['types.ts'] }),
      );
      const compiled = run(process.execPath, [join(place, 'node_modules/typescript/bin/tsc'), '-p', config], {
        cwd: place,
      });
      await expect(compiled.catch(({ stdout }) => String(stdout))).resolves.toMatchObject({ stdout: '' });
    },
  );
});
