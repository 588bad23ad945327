import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

let folder: string;
let running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-command-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  for (const child of running) if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  running = [];
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the mock as `npm run mock` does, and captures its output. */
function runMock(words: readonly string[], { root = ROOT, environment = {} } = {}) {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'mock', ...words], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  running.push(child);
  let printed = '';
  const listen = (chunk: Buffer): void => {
    printed += chunk.toString();
    child.emit('printed');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  /** Waits until the output since the start matches `expected`. */
  async function waitFor(expected: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = expected.exec(printed);
      if (match !== null) return match;
      if (child.exitCode !== null) throw new Error(`The mock ended without ${expected}, having printed: ${printed}`);
      await Promise.race([once(child, 'printed'), once(child, 'exit')]);
    }
  }
  return { child, waitFor, url: async () => (await waitFor(/running at (\S+) /))[1] ?? '' };
}

describe('npm run mock', () => {
  it('reports in one line that its port is in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const address = blocker.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    for (const words of [[], ['--watch']]) {
      const { child, waitFor } = runMock(['--port', port, ...words]);
      await waitFor(new RegExp(`^port ${port} on 127.0.0.1 is already in use; .*\n.*--help.*\n$`));
      expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(2);
    }
    blocker.close();
  });

  it('exits with 0 when interrupted, even if a request is waiting', async () => {
    const { child, url } = runMock(['--port', '0']);
    const waiting = fetch(`${await url()}/acme-corp/sales/Customer`, { headers: { 'X-Mock-Fault': 'timeout' } });
    const refused = expect(waiting).rejects.toThrow();
    await fetch(await url());
    child.kill('SIGINT');
    expect((await once(child, 'exit'))[0]).toBe(0);
    await refused;
  });

  it('opens its page in the browser', async () => {
    const browser = join(folder, 'browser');
    const opened = join(folder, 'opened');
    await writeFile(browser, `#!/bin/sh\necho "$1" > '${opened}'\n`);
    await chmod(browser, 0o755);
    const { url } = runMock(['--port', '0', '--open'], { environment: { BROWSER: browser } });
    const page = new URL('/', await url()).href;
    expect(await lineOf(opened)).toBe(page);
  });

  it('keeps running without a browser, and prints the URL of the page', async () => {
    const { url, waitFor } = runMock(['--port', '0', '--open'], { environment: { BROWSER: '/no/such/browser' } });
    const page = new URL('/', await url()).href;
    await waitFor(new RegExp(`Could not open a browser. Open ${page} yourself.\n`));
    expect((await fetch(page)).status).toBe(200);
  });
});

describe('npm run mock -- --workspaces', () => {
  const definition = (entity: string) => ({
    organization: 'acme',
    workspaces: [
      {
        slug: 'helpdesk',
        mode: 'ACTIVE',
        keys: [],
        entities: [{ name: entity, table: 'tickets', columns: [{ name: 'title', type: 'TEXT', nullable: false }] }],
      },
    ],
  });

  it('shows the workspaces of a file, and with --watch what the file defines now', async () => {
    const file = join(folder, 'helpdesk.json');
    await writeFile(file, JSON.stringify(definition('Ticket')));
    const { child, url, waitFor } = runMock(['--port', '0', '--workspaces', file, '--watch']);
    const workspace = `${await url()}/acme/helpdesk`;
    const statusOf = async (entity: string): Promise<number> => {
      const headers = { Authorization: 'Bearer sk_test_read_write' };
      return (await fetch(`${workspace}/${entity}`, { headers })).status;
    };
    await waitFor(new RegExp(`  ${workspace} {3}ACTIVE: Ticket\n`));
    await waitFor(new RegExp(`curl -H 'Authorization: Bearer sk_test_read_write' ${workspace}/Ticket\n`));
    expect([await statusOf('Ticket'), await statusOf('Case')]).toEqual([200, 404]);

    await writeFile(file, '{');
    await waitFor(/helpdesk.json is not valid JSON: .*\nThe mock still shows the previous workspaces.\n/);
    expect([await statusOf('Ticket'), await statusOf('Case')]).toEqual([200, 404]);

    await writeFile(file, JSON.stringify(definition('Case')));
    await waitFor(/helpdesk.json changed; the mock now shows its workspaces\n/);
    expect([await statusOf('Ticket'), await statusOf('Case')]).toEqual([404, 200]);
    child.kill('SIGINT');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it('refuses a file that it cannot use, with one line', async () => {
    const file = join(folder, 'impossible.json');
    const columns = [
      { name: 'code', type: 'TEXT', nullable: false, constraints: [{ type: 'PATTERN', value: '^a$^b$' }] },
    ];
    const [workspace] = definition('Ticket').workspaces;
    const entities = [{ name: 'Ticket', table: 'tickets', columns }];
    await writeFile(file, JSON.stringify({ organization: 'acme', workspaces: [{ ...workspace, entities }] }));
    for (const [words, expected] of [
      [['--workspaces', file], /impossible.json: .*add an "example" to the column code of Ticket/],
      [['--workspaces', join(folder, 'none.json')], /cannot read .*none.json/],
      [['--workspaces', file, '--write-target', join(folder, 't.json')], /--write-target works only with the demo/],
    ] as const) {
      const { child, waitFor } = runMock(words);
      await waitFor(expected);
      expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(2);
    }
  });
});

describe('the first request with a body', () => {
  it('does not wait for Prism, which is preloaded', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', WAIT_FOR_PRISM], { cwd: ROOT });
    running.push(child);
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});

/** Exits with 0 once Prism is loaded, although no request was sent. */
const WAIT_FOR_PRISM = `
  import { createRequire } from 'node:module';
  import { startMock } from './src/mock/index.ts';
  const { cache } = createRequire(import.meta.url);
  const isLoaded = () => Object.keys(cache).some((file) => file.includes('/@stoplight/prism-http/'));
  if (isLoaded()) process.exit(1);
  await startMock({ port: 0, preload: true });
  setInterval(() => isLoaded() && process.exit(0), 10);
`;

describe('npm run mock -- --watch', () => {
  it('uses the current openapi.yaml on the same port, or the last usable version', async () => {
    const root = join(folder, 'repository');
    for (const name of ['src', 'scripts', 'generated', 'docs', 'openapi.yaml', 'redocly.yaml', 'package.json']) {
      await cp(join(ROOT, name), join(root, name), { recursive: true });
    }
    await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    const contract = join(root, 'openapi.yaml');
    const written = await readFile(contract, 'utf8');
    const { url, waitFor } = runMock(['--port', '0', '--watch'], { root });
    const messageNow = async (): Promise<unknown> => {
      const path = `${await url()}/acme-corp/sales/Customer`;
      return (await fetch(path, { headers: { Prefer: 'code=500' } })).json();
    };
    expect(await messageNow()).toMatchObject({ error: { message: 'An unexpected error occurred' } });

    await writeFile(contract, written.replaceAll('An unexpected error occurred', 'Something broke'));
    await waitFor(/openapi.yaml changed; the mock now uses the new version\n/);
    expect(await messageNow()).toMatchObject({ error: { message: 'Something broke' } });

    // A well-formed document without a scenario that the mock requires.
    await writeFile(contract, written.replaceAll('expiredApiKey', 'agedApiKey'));
    await waitFor(
      /openapi.yaml changed, but the mock cannot use it: TypeError: .*; run npm run typecheck for details\n/,
    );
    expect(await messageNow()).toMatchObject({ error: { message: 'Something broke' } });

    await writeFile(contract, `${written}\n  nonsense: [`);
    await waitFor(/openapi.yaml changed, but the mock cannot use it: YamlParseError: .*openapi.yaml.*\n/);
    expect(await messageNow()).toMatchObject({ error: { message: 'Something broke' } });
  }, 180_000);
});

/** Waits until another process has written a line into a file. */
async function lineOf(file: string): Promise<string> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return text.trim();
  }
  throw new Error(`No line was written to ${file}`);
}
