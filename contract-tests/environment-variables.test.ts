import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, describe, expect, it } from '@jest/globals';

import { runCommand, runNode } from './run-command.ts';
import { killServedProcesses, startInProcess } from './served-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'variables-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(killServedProcesses);

const ORIGINS = ['http://localhost:5173', 'https://app.example.com'];

describe('environment variables', () => {
  it('set every kind of option of the server, and of the verifier that verifies it', async () => {
    const target = join(folder, 'target.json');
    const served = await startInProcess(['serve'], {
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      DATABASE_URL: '',
      WORKSPACE_API_DATA: join(folder, 'demo.db'),
      WORKSPACE_API_DEMO: 'true',
      WORKSPACE_API_FAULTS: '1',
      WORKSPACE_API_CORS: `${ORIGINS.join('\n')}\n`,
      WORKSPACE_API_WRITE_TARGET: target,
    });
    const allowed = await Promise.all(
      [...ORIGINS, 'https://example.com'].map(async (origin) => {
        const response = await fetch(`${served.url}/acme-corp/sales/Customer`, { headers: { origin } });
        return response.headers.get('access-control-allow-origin');
      }),
    );
    expect(allowed).toEqual([...ORIGINS, null]);
    const report = join(folder, 'report.json');
    const { code, stderr } = await runCommand(['verify'], {
      environment: {
        // These set no option of the verifier.
        PORT: 'none',
        HOST: 'none',
        LOG_LEVEL: 'none',
        DATABASE_URL: 'none',
        WORKSPACE_API_TARGET: target,
        WORKSPACE_API_LEVEL: 'documented',
        WORKSPACE_API_SENDER: 'http',
        WORKSPACE_API_ONLY: 'getRecord\ninternalError,recordReferenced',
        WORKSPACE_API_HEADER: 'X-One: 1, 2\nX-Two: 3',
        WORKSPACE_API_JSON: report,
      },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      target: { baseUrl: served.url },
      level: 'documented',
      senders: ['http'],
      selection: { only: ['getRecord', 'internalError', 'recordReferenced'], skip: [] },
      summary: { ok: true },
    });
    expect(served.errors()).toContain('"internalError"');
    expect(await served.end('SIGTERM')).toBe(0);
    const listed = await runCommand(['admin', 'workspace', 'list', '--json'], {
      environment: { WORKSPACE_API_DATA: join(folder, 'demo.db'), WORKSPACE_API_JSON: 'no file' },
    });
    expect(listed.stdout).toContain('"sales"');
  });

  it('lose against the command line', async () => {
    const served = await startInProcess(['mock', '--port', '0'], { PORT: 'unreadable' });
    expect((await fetch(new URL('/', served.url))).status).toBe(200);
    expect(await served.end('SIGTERM')).toBe(0);
  });

  it.each([
    [['mock'], { PORT: 'abc' }, 'PORT takes a whole number from 0 to 65535, not "abc"'],
    [['serve'], { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of error, info, silent, not "loud"'],
    [['serve'], { WORKSPACE_API_DEMO: 'yes' }, 'WORKSPACE_API_DEMO takes true, false, 1 or 0, not "yes"'],
    [
      ['mock'],
      { HOST: '203.0.113.1', PORT: '0' },
      '203.0.113.1 is not an address of this machine; choose one with HOST',
    ],
    [
      ['serve'],
      { WORKSPACE_API_DATA: 'x.db', DATABASE_URL: 'postgres://u:s3cret@host/x' },
      'WORKSPACE_API_DATA and DATABASE_URL both name a database; remove one of them',
    ],
    [
      ['serve', '--data', 'x.db'],
      { WORKSPACE_API_DATA: 'y.db', DATABASE_URL: 'postgres://u:s3cret@host/x' },
      '--data and DATABASE_URL both name a database; remove one of them',
    ],
    [
      ['admin', 'workspace', 'list'],
      { WORKSPACE_API_DATA: 'postgres://u:s3cret@host/x' },
      'WORKSPACE_API_DATA takes the name of an SQLite file; for a PostgreSQL database, set DATABASE_URL',
    ],
    [
      ['verify'],
      { WORKSPACE_API_URL: 'http://u:s3cret@127.0.0.1:1' },
      'WORKSPACE_API_URL contains a user name or a password',
    ],
    [
      ['verify'],
      { WORKSPACE_API_URL: 'http://127.0.0.1:1', WORKSPACE_API_HEADER: 'X-Fine: 1\nX-Token s3cret' },
      'WORKSPACE_API_HEADER takes "Name: value"',
    ],
    [
      ['verify'],
      { WORKSPACE_API_URL: 'http://127.0.0.1:1', WORKSPACE_API_JUNIT: '/dev/null/x', WORKSPACE_API_TARGET: '' },
      'WORKSPACE_API_JUNIT: cannot write /dev/null/x',
    ],
    [
      ['verify', '--html', 'same'],
      { WORKSPACE_API_URL: 'http://127.0.0.1:1', WORKSPACE_API_JSON: 'same' },
      'WORKSPACE_API_JSON and --html both write same; name another file for one of them',
    ],
  ])('exit with 2 if %j cannot be carried out with %j', async (words, environment, expected) => {
    const { code, stdout, stderr } = await runCommand(words, { environment });
    expect({ code, stdout, message: stderr.split('\n')[0] }).toEqual({
      code: 2,
      stdout: '',
      message: expect.stringContaining(expected),
    });
    expect(stderr).not.toContain('s3cret');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('that look misspelled cause one warning', async () => {
    const environment = { WORKSPACE_API_DATE: 'x.db', PORT: 'abc' };
    const { stderr } = await runCommand(['serve'], { environment });
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      'WORKSPACE_API_DATE sets no option; to set --data, use WORKSPACE_API_DATA',
      'PORT takes a whole number from 0 to 65535, not "abc"',
    ]);
  });

  it.each(['serve', 'mock', 'verify'])('are those of the command in docs/%s.md', async (name) => {
    const { stdout } = await runCommand([name, '--help']);
    const page = readFileSync(new URL(`../docs/${name}.md`, import.meta.url), 'utf8');
    const [, section = ''] = /^### Environment variables\n([^]*?)(?=^##)/m.exec(page) ?? [];
    const named = section.match(/\b(WORKSPACE_API_[A-Z_]*[A-Z]|PORT|HOST|LOG_LEVEL)\b/g) ?? [];
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((variable) => !stdout.includes(`[env: ${variable}]`))).toEqual([]);
  });

  it('of this machine do not reach the commands that tests start', async () => {
    const helps = await Promise.all(
      [['serve'], ['mock'], ['verify'], ['admin', 'key', 'list']].map((words) => runCommand([...words, '--help'])),
    );
    const variables = helps.flatMap(({ stdout }) =>
      [...stdout.matchAll(/\[env: (\w+)\]/g)].map(([, name = '']) => name),
    );
    expect(variables).toEqual(expect.arrayContaining(['PORT', 'HOST', 'LOG_LEVEL', 'WORKSPACE_API_DATA']));
    const environment = Object.fromEntries([...variables, 'DATABASE_URL', 'OTHER'].map((name) => [name, 'kept']));
    const show = `import('./jest.config.js').then(() => console.log(Object.entries(process.env).filter(([, value]) => value === 'kept').join()))`;
    const { stdout } = await runNode(['--eval', show], { environment });
    expect(stdout).toBe('OTHER,kept\n');
  });
});
