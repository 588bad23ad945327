import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { contract } from '../src/contract/index.ts';
import { complaints } from './client/compile.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const page = read('docs/implement.md');
const run = promisify(execFile);

const doors = {
  'workspace-api-plugins/fastify': 'src/plugins/fastify/index.ts',
  'workspace-api-plugins/express': 'src/plugins/express/index.ts',
};

/** Each application of the page, before and after the change. */
const applications = [...page.matchAll(/^## (\w+)\n[^#]*?^```diff\n([^]*?)^```/gm)].map(([, name = '', diff = '']) => {
  const lines = diff.split('\n');
  const without = (sign: string): string =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n');
  return { name, before: without('+'), after: without('-'), added: lines.filter((line) => line.startsWith('+')) };
});

let folder: string;
beforeAll(() => {
  // Inside the repository, so that the snippets' imports resolve.
  folder = mkdtempSync(join(ROOT, 'node_modules/.implement-docs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs an application of the page on a free port, sends requests, and returns the responses. */
async function answersOf(name: string, code: string): Promise<unknown> {
  const asked = `const { port } = (${name === 'Fastify' ? 'app.server' : 'server'}).address();
const ask = async (path, init) => {
  const response = await fetch('http://127.0.0.1:' + port + path, init);
  return [response.status, await response.json().catch(() => 'no JSON')];
};
const headers = { 'content-type': 'application/json' };
console.log(JSON.stringify([
  await ask('/Customer/1'), await ask('/Customer/42'), await ask('/nowhere'),
  await ask('/Customer', { method: 'POST', headers, body: '{"email":' }),
]));
process.exit();
`;
  const runnable = Object.entries(doors)
    .reduce((text, [door, file]) => text.replaceAll(`from '${door}'`, `from '${join(ROOT, file)}'`), code)
    .replace('3000', '0')
    .replace(/^app\.listen/m, 'const server = app.listen');
  const listening = name === 'Fastify' ? '' : "await new Promise((resolve) => server.once('listening', resolve));\n";
  const file = join(folder, `${name}.mjs`);
  // Node does not strip types in node_modules.
  const { target, module } = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
  writeFileSync(file, ts.transpile(runnable, { target, module }) + listening + asked);
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', file]);
  return JSON.parse(stdout);
}

describe('docs/implement.md', () => {
  it('changes at most ten lines of an application on each framework', () => {
    expect(applications.map(({ name }) => name)).toEqual(['Fastify', 'Express']);
    for (const { added } of applications) expect(added.length).toBeLessThanOrEqual(10);
  });

  it('shows applications that compile, before and after', () => {
    const texts = applications.flatMap(({ name, before, after }) => [
      [`docs/${name}-before.ts`, `${before}\nexport {};\n`] as const,
      [`docs/${name}-after.ts`, `${after}\nexport {};\n`] as const,
    ]);
    const paths = Object.entries(doors).map(([door, file]): [string, string[]] => [door, [join(ROOT, file)]]);
    expect(complaints(Object.fromEntries(texts), Object.fromEntries(paths))).toEqual([]);
  });

  it.each(applications)('makes $name return the envelope', async ({ name, before, after }) => {
    const found = [200, { data: { id: 1, email: 'ada@example.com' } }];
    expect(await answersOf(name, before)).not.toMatchObject([found, [404, { error: { code: 'NOT_FOUND' } }]]);
    expect(await answersOf(name, after)).toEqual([
      found,
      [404, { error: { code: 'NOT_FOUND', message: 'Record not found: 42' } }],
      [404, { error: { code: 'NOT_FOUND', message: contract.scenarios.routeNotFound.example } }],
      [400, { error: { code: 'BAD_REQUEST', message: 'The body is not well-formed JSON' } }],
    ]);
  });

  it('shows an excerpt of the catalogue', () => {
    const [, shown = ''] = /^```json\n([^]*?)^```/m.exec(page) ?? [];
    expect(JSON.parse(read('generated/catalogue.json')).scenarios).toMatchObject(JSON.parse(shown));
  });
});

describe.each(['fastify', 'express'])('examples/%s/README.md', (name) => {
  const text = read(`examples/${name}/README.md`);
  let running: ReturnType<typeof spawn> | undefined;
  afterEach(() => void running?.kill('SIGKILL'));

  it('fits on a screen', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(40);
  });

  it('shows lines of the example', () => {
    const app = read(`examples/${name}/app.ts`);
    const [, diff = ''] = /^```diff\n([^]*?)^```/m.exec(text) ?? [];
    const added = diff.split('\n').flatMap((line) => (line.startsWith('+') ? [line.slice(1)] : []));
    const calls = added.map((line) => /\.(\w+\(.*\));$/.exec(line)?.[1] ?? 'contractOptions');
    expect(calls.length).toBeGreaterThan(1);
    for (const call of calls) expect(app).toContain(call);
  });

  it('shows commands that start the example and verify it', async () => {
    const [start = '', verify = ''] = [...text.matchAll(/^```sh\n(.*)\n```/gm)].map(([, command = '']) => command);
    const [node, ...words] = start.split(' ');
    expect(node).toBe('node');
    const child = spawn(process.execPath, words, { cwd: ROOT, env: { ...process.env, PORT: '0' } });
    running = child;
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while (!/http:\S+ /.test(printed)) await once(child.stdout, 'data');
    const url = /(http:\S+) /.exec(printed)?.[1] ?? '';

    const [, , , , , shownUrl = '', ...options] = verify.split(' ');
    expect(verify).toMatch(/^npm run verify -- --url /);
    expect(JSON.parse(read(`examples/${name}/target.json`)).baseUrl).toBe(shownUrl);
    const command = ['src/cli/main.ts', 'verify', '--url', url, ...options, '--only', 'getRecord', '--sender', 'http'];
    const { stdout } = await run(process.execPath, command, { cwd: ROOT });
    expect(stdout).toContain('recordNotFound');
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
});
