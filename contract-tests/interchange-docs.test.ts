import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startServer } from '../src/server/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const page = readFileSync(join(ROOT, 'docs/interchange.md'), 'utf8');

/** The tools of the page, with the options that point them at the test's server and that limit the run to one workflow. */
const tools = {
  'redocly respect': {
    program: 'node_modules/@redocly/cli/bin/cli.js',
    first: ['respect'],
    server: (url: string) => ['--server', `contract=${url}/{orgSlug}/{workspaceSlug}`],
    one: ['--workflow', 'listRecords-entityNotFound'],
  },
  'newman run': {
    program: 'node_modules/newman/bin/newman.js',
    first: ['run'],
    server: (url: string) => ['--env-var', `baseUrl=${url}`],
    one: ['--folder', 'listRecords entityNotFound'],
  },
} as const;

const commands = [...page.matchAll(/^npx (redocly respect|newman run) (.*)$/gm)].map(([line, tool, words = '']) => {
  if (tool !== 'redocly respect' && tool !== 'newman run') throw new Error(`This test does not support ${tool}`);
  const given = [...words.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return [line, tools[tool], given] as const;
});

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interchange-docs-'));
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('docs/interchange.md', () => {
  it.each(commands)('shows a command that passes: %s', async (_line, { program, first, server: at, one }, given) => {
    const own = given.map((word) => word.replace('http://127.0.0.1:4000/api/v1', server.url));
    const where = own.some((word) => word.includes(server.url)) ? [] : at(server.url);
    const few = own.includes(one[0]) ? [] : one;
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off' };
    const words = ['--no-deprecation', join(ROOT, program), ...first, ...own, ...where, ...few];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { cwd: ROOT, env });
    expect(stdout + stderr).not.toContain('is not found');
  });

  it('shows a program that writes both documents for a target', async () => {
    const [, snippet = ''] = /^```ts\n([^]*?)^```/m.exec(page) ?? [];
    await writeFile(join(folder, 'target.json'), JSON.stringify(demoTarget(server.url, { faults: true })));
    const program = join(folder, 'program.mts');
    await writeFile(
      program,
      snippet.replace("'workspace-api-contract'", `'${join(ROOT, 'src/packages/contract.ts')}'`),
    );
    await promisify(execFile)(process.execPath, [program], { cwd: folder });
    const [arazzo, collection] = await Promise.all(
      ['arazzo.json', 'postman-collection.json'].map((file) => readFile(join(folder, file), 'utf8')),
    );
    expect(arazzo).toContain('"required": [\n');
    expect(collection).toContain(server.url);
    expect(`${arazzo}${collection}`).not.toContain('sk_live_demo');
  });

  it('lists every interchange file that the package exports', () => {
    const listed = [...page.matchAll(/^\| `([\w.-]+\.json)`/gm)].map(([, file]) => `./${file}`);
    const exported = readFileSync(join(ROOT, 'scripts/build/packages.ts'), 'utf8').matchAll(/'(\.\/[\w.-]+\.json)':/g);
    expect(new Set(listed)).toEqual(new Set([...exported].map(([, path]) => path)));
  });
});
