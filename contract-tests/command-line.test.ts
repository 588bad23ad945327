import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startServer } from '../src/server/index.ts';
import { demoDefinition, demoTarget } from '../src/workspace/index.ts';
import { runCommand } from './run-command.ts';

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

const run = (...words: readonly string[]) => runCommand(words);

describe('the command line', () => {
  it.each([[], ['--help']])('lists its commands when called with %j', async (...words: string[]) => {
    const { code, stdout } = await run(...words);
    expect(code).toBe(0);
    for (const name of ['mock', 'serve', 'admin', 'openapi', 'types', 'draft', 'verify', 'judge', 'proxy', 'coverage'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it.each(['mock', 'serve', 'admin', 'openapi', 'types', 'draft', 'verify', 'judge', 'proxy', 'coverage'])(
    'explains how to call %s',
    async (name) => {
      const { code, stdout } = await run(name, '--help');
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`^Usage: npm run ${name} `));
      expect(stdout).toMatch(/--help/);
      expect(stdout).not.toMatch(/src\/[\w-]+\//);
    },
  );

  it('prints its version and that of the contract', async () => {
    for (const words of [['--version'], ['-v'], ['verify', '--version']])
      expect(await run(...words)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^workspace-api .*, contract \d+\.\d+\.\d+\n$/),
      });
  });

  it('reads `help verify` as `verify --help`', async () => {
    expect(await run('help', 'verify')).toEqual(await run('verify', '--help'));
  });

  it.each([
    [['vrify'], 'unknown command "vrify"'],
    [['verify', '--ulr', 'x'], 'unknown option --ulr'],
    [['verify', '--url', 'localhost'], 'http://'],
    [
      ['verify', '--url', 'http://127.0.0.1:1\n'],
      '--url contains whitespace or a control character: "http://127.0.0.1:1\\n"',
    ],
    [['verify', '--url', 'http://127.0.0.1:1/?a'], '--url contains a query or a fragment'],
    [
      ['verify', '--url', 'http://127.0.0.1:1', '--header', 'X-Token: → x'],
      '--header: the value of X-Token contains a',
    ],
    [
      ['verify', '--url', 'http://127.0.0.1:1', '--header', 'X-Token: x\n'],
      '--header: the value of X-Token ends with a line',
    ],
    [['verify', '--url', 'http://127.0.0.1:1', '--header', 'X Token: x'], '--header takes "Name: value"'],
    [['verify', '--url', 'http://127.0.0.1:1', '--header', 'X-Token'], '--header takes "Name: value"'],
    [['verify', '--url', 'http://127.0.0.1:1', '--sender', 'curl'], '--sender takes'],
    [['verify', '--url', 'http://127.0.0.1:1', '--timeout', '-1'], '--timeout'],
    [['verify', '--target', '/no/such/file'], 'cannot read the file'],
    [['serve', '--port', '70000'], '--port takes'],
    [['serve', '--cors', 'app.example.com'], '--cors takes an origin such as'],
    [['serve', '--data', ''], '"" does not name a file'],
    [['serve', '--data', ':memory:'], '":memory:" does not name a file'],
    [['serve', '--demo', '--workspaces', 'x.json'], 'remove one of them'],
    [['serve', '--dev', '--data', 'dev.db'], '--dev keeps everything in memory; remove --data or --dev'],
    [['serve', '--dev', '--host', '0.0.0.0'], 'so it listens only on this machine; remove --host 0.0.0.0 or --dev'],
    [['serve', '--data', '/no/such/folder/x.db'], 'choose another file, or a folder that exists'],
    [['serve', '--data', '/no/such/folder/x.db', '--write-target', 'target.json'], 'add --workspaces or --demo'],
    [['serve', '--workspaces', '/no/such/file'], 'cannot read /no/such/file'],
    [['serve', '--log-level', 'loud'], '--log-level must be one of'],
    [['serve', '--connections', '0'], '--connections takes'],
    [['serve', '--database-connections', '1'], '--database-connections takes'],
    [['mock', '--host', '203.0.113.1', '--port', '0'], 'not an address of this machine'],
  ])('exits with 2 when called with %j', async (words, expected) => {
    const { code, stderr } = await run(...words);
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });

  it('reports in one line that a target cannot be reached', async () => {
    const { code, stdout, stderr } = await run('verify', '--url', 'http://127.0.0.1:1');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:1 cannot be reached: .*\n$/);
  });

  it.each(['mock', 'serve'])('reports in one line that the port of %s is in use', async (name) => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    try {
      const { code, stderr } = await run(name, '--port', String(port));
      expect(code).toBe(2);
      expect(stderr.split('\n')[0]).toBe(
        `port ${port} on 127.0.0.1 is already in use; choose another with --port, where 0 picks a free one`,
      );
    } finally {
      taken.close();
    }
  });
});

describe('verify', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let folder: string;

  beforeAll(async () => {
    server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
    folder = await mkdtemp(join(tmpdir(), 'workspace-api-'));
    await writeFile(join(folder, 'demo.json'), JSON.stringify(demoTarget(server.url, { faults: true })));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('exits with 1 for an unknown server without a target file, and says what to add', async () => {
    const { code, stdout } = await run('verify', '--url', server.url);
    expect(code).toBe(1);
    expect(stdout).toContain('the target file has no "organization"');
    expect(stdout).toContain('--target FILE');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is interrupted by %s, and takes repeated signals, as npm sends them, as one',
    async (signal) => {
      const stopping = createHttpServer((_request, response) => {
        child.kill(signal);
        response.writeHead(500).end();
      });
      await new Promise<void>((resolve) => stopping.listen(0, '127.0.0.1', resolve));
      const { port } = stopping.address() as AddressInfo;
      const words = ['verify', '--url', `http://127.0.0.1:${port}`, '--target', 'demo.json', '--sender', 'http'];
      const child = spawn(process.execPath, [MAIN, ...words], { cwd: folder });
      const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
      stopping.close();
      expect(errors).toContain('interrupted');
      expect(code).toBe(130);
    },
  );

  it('writes the report as JSON', async () => {
    const file = join(folder, 'report.json');
    const { code } = await run('verify', '--url', server.url, '--sender', 'http', '--json', file);
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    expect(code).toBe(1);
    expect(report).toMatchObject({ target: { baseUrl: server.url }, summary: { ok: false }, findings: [], notes: [] });
    expect(report).toHaveProperty('outcomes.0.outcome', 'not-provoked');
  });

  it.each([
    [{ baseUrl: 'http://127.0.0.1:1', keys: { readwrite: 'x' } }, 'readwrite'],
    [{ baseUrl: 'http://127.0.0.1:1', keys: { readOnly: { env: 'NO_SUCH_VARIABLE' } } }, 'NO_SUCH_VARIABLE'],
    [{ baseUrl: 'http://127.0.0.1:1', unreachable: { expiredKey: 'we have none' } }, 'expiredKey'],
    [{}, 'baseUrl'],
    [[], 'does not contain a JSON object'],
  ])('rejects the target file %j', async (content, expected) => {
    const file = join(folder, 'target.json');
    await writeFile(file, JSON.stringify(content));
    const { code, stderr } = await run('verify', '--target', file);
    expect(stderr).toContain(expected);
    expect(code).toBe(2);
  });
});
