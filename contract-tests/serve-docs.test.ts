import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { startServer } from '../src/server/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';
import { documentedDefinition } from './documented-commands.ts';

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const page = readFileSync(new URL('../docs/serve.md', import.meta.url), 'utf8');

/** The arguments after `npx workspace-api-server serve` in each command of the page. */
const commands = [...page.matchAll(/^npx workspace-api-server serve(?: (.*))?$/gm)].map(([, words = '']) => words);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-docs-'));
  writeFileSync(join(folder, 'shop.json'), documentedDefinition);
});
afterAll(() => rmSync(folder, { recursive: true }));

let running: ReturnType<typeof spawn> | undefined;
afterEach(() => {
  running?.kill('SIGKILL');
});

describe('docs/serve.md', () => {
  it('lists every option', () => {
    const help = execFileSync(process.execPath, [MAIN, 'serve', '--help']).toString();
    const listed = [...page.matchAll(/^\| `(--[\w-]+)/gm)].map(([, name]) => name);
    const options = [...help.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, name]) => name).filter((name) => name !== '--help');
    expect(listed).toEqual(options);
  });

  it.each(commands)('shows a command that starts a server: %s', async (words) => {
    const given = words.split(' ').filter((word) => word !== '');
    const own = given.includes('--port') ? given : [...given, '--port', '0'];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, 'serve', ...own], {
      cwd: folder,
    });
    running = child;
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while (!/http:\/\/127\.0\.0\.1:\d+/.test(printed)) await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it('shows requests that get the documented responses', async () => {
    const server = await startServer({ definition: demoDefinition, port: 0, log: () => undefined });
    try {
      const answers = await Promise.all(
        [...page.matchAll(/^curl (?:-g )?-H 'Authorization: ([^']+)' '([^']+)'$/gm)].map(
          async ([, authorization = '', url = '']) => {
            const own = url.replace('http://127.0.0.1:4000/api/v1', server.url);
            const response = await fetch(own, { headers: { authorization } });
            return [response.status, await response.json()];
          },
        ),
      );
      expect(answers).toMatchObject([
        [
          200,
          {
            data: [
              { name: 'Grace Hopper', age: 85 },
              { name: 'Ada Lovelace', age: 36 },
            ],
          },
        ],
        [200, { data: { orderNumber: 'ORD-1001', customer: { name: 'Ada Lovelace' } } }],
        [400, { error: { message: 'Parameter filter[age] must be a whole number, not "old"' } }],
      ]);
    } finally {
      await server.close();
    }
  });
});
