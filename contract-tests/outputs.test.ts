import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startServer } from '../src/server/index.ts';
import { demoDefinition, demoTarget } from '../src/workspace/index.ts';
import type { Ended } from './run-command.ts';
import { runCommand } from './run-command.ts';
import { runInTurn } from './run-in-turn.ts';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outputs-'));
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  writeFileSync(join(folder, 'target.json'), JSON.stringify(demoTarget(server.url, { faults: true })));
  const workspaces = [{ slug: 'shop', mode: 'ACTIVE', entities: [] }];
  writeFileSync(join(folder, 'shop.json'), JSON.stringify({ organization: 'acme', workspaces }));
  await run(['admin', 'workspace', 'create', 'shop.json', '--data', 'shop.db']);
  for (const name of ['old', 'revocable'])
    await run(['admin', 'key', 'create', '-w', 'shop', '--name', name, '--data', 'shop.db']);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const run = (words: readonly string[], redirection = '') => runCommand(words, { folder, redirection });

const VERIFY = ['verify', '--target', 'target.json', '--sender', 'http', '--only', 'getRecord.success'];
const DATA = ['--data', 'shop.db'];

/** Every kind of output that a command writes. */
const commands: readonly (readonly string[])[] = [
  ['--help'],
  ['explain', '--help'],
  ['explain', '401'],
  ['explain', 'expiredApiKey'],
  ['admin', 'workspace', '--help'],
  ...[[], ['--json']].flatMap((form) => [
    ['admin', 'workspace', 'list', ...DATA, ...form],
    ['admin', 'key', 'list', ...DATA, ...form],
    ['admin', 'mode', 'shop', 'ACTIVE', ...DATA, ...form],
    ['admin', 'key', 'revoke', 'revocable', '-w', 'shop', ...DATA, ...form],
  ]),
  ['verify', '--target', 'target.json', '--dry-run'],
  VERIFY,
  [...VERIFY, '--github'],
  [...VERIFY, '--json', '-'],
];

const UNWRITABLE = [expect.stringMatching(/ENOSPC: .*; send it somewhere else, or free the space$/)];

/** What a standard output that cannot be written makes a command report. */
function complaintsIn({ code, stderr }: Ended) {
  const lines = stderr.split('\n').filter((line) => line.startsWith('standard output cannot be written'));
  return { code, lines, hasStack: /^\s+at /m.test(stderr) };
}

describe('a standard output that cannot be written', () => {
  it('is reported in one line, and ends each command with 2', async () => {
    const ended = await runInTurn(
      commands.map((words) => ({ words })),
      { folder, redirection: '> /dev/full' },
    );
    const reported = ended.map((each, index) => ({ words: commands[index], ...complaintsIn(each) }));
    expect(reported).toEqual(commands.map((words) => ({ words, code: 2, lines: UNWRITABLE, hasStack: false })));
  });

  it.each([['explain', '401'], VERIFY, ['serve', '--port', '0'], ['mock', '--port', '0']].map((words) => [words]))(
    'ends the process with 2: %j',
    async (words) => {
      const ended = await run(words, '> /dev/full');
      expect(complaintsIn(ended)).toEqual({ code: 2, lines: UNWRITABLE, hasStack: false });
    },
  );

  it('whose reader has gone ends each command quietly', async () => {
    const ended = await runInTurn(
      commands.map((words) => ({ words })),
      { folder, redirection: '| true' },
    );
    const loud = ended.filter(
      ({ code, stderr }) => code !== 0 || /EPIPE|cannot be written|DESTROYED|^\s+at /m.test(stderr),
    );
    expect(loud).toEqual([]);
  });

  it.each([['explain', '401'], VERIFY].map((words) => [words]))(
    'whose reader has gone ends the process quietly: %j',
    async (words) => {
      const { code, stderr } = await run(words, '| true');
      expect({ code, isQuiet: !/EPIPE|cannot be written|^\s+at /m.test(stderr) }).toEqual({ code: 0, isQuiet: true });
    },
  );
});

describe('a key that could not be shown', () => {
  const listed = async (): Promise<unknown> => {
    const { stdout } = await run(['admin', 'key', 'list', '--json', ...DATA]);
    return JSON.parse(stdout);
  };
  const changes = [[], ['--json']].flatMap((form) => [
    ['admin', 'key', 'create', '-w', 'shop', '--name', 'lost', ...DATA, ...form],
    ['admin', 'key', 'rotate', 'old', '-w', 'shop', ...DATA, ...form],
  ]);

  it.each(['> /dev/full', '>&-', '> /dev/null', '| true'])('changes nothing: %s', async (redirection) => {
    const before = await listed();
    const ended = await runInTurn(
      changes.map((words) => ({ words })),
      { folder, redirection },
    );
    const refused = expect.stringMatching(/^standard output (cannot be written|is closed or discarded)[^\n]*\n$/);
    expect(ended).toEqual(changes.map(() => ({ code: 2, stdout: '', stderr: refused })));
    expect(await listed()).toEqual(before);
  });
});

describe('reports', () => {
  it('go to folders that are created', async () => {
    const files = ['json', 'junit', 'html', 'sarif', 'comment'].map(
      (option) => [option, `new-${option}/deep/report`] as const,
    );
    const words = files.flatMap(([option, file]) => [`--${option}`, file]);
    expect(await run([...VERIFY, ...words])).toMatchObject({ code: 0, stderr: '' });
    expect(files.filter(([, file]) => readFileSync(join(folder, file), 'utf8') === '')).toEqual([]);
  });

  it.each([
    ['.', /it is a folder/],
    ['target.json/report', /EEXIST|ENOTDIR/],
    ['/proc/report', /ENOENT|EACCES/],
    ['/proc/new/deep/report', /ENOENT|EACCES/],
    ['/dev/null/report', /EEXIST|ENOTDIR/],
  ])('are refused before the run when they cannot be written: %s', async (file, reason) => {
    let requests = 0;
    const counting = createServer((_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => counting.listen(0, '127.0.0.1', resolve));
    const { port } = counting.address() as AddressInfo;
    const options = ['--json', '--junit', '--html', '--sarif', '--har', '--comment'];
    const ended = await runInTurn(
      options.map((option) => ({ words: [...VERIFY, '--url', `http://127.0.0.1:${port}`, option, file] })),
      { folder },
    );
    counting.close();
    for (const [index, { code, stderr }] of ended.entries()) {
      expect(stderr.split('\n')[0]).toMatch(reason);
      expect(stderr.startsWith(`${options[index]}: cannot write ${file} (`)).toBe(true);
      expect(code).toBe(2);
    }
    expect(requests).toBe(0);
  });
});

describe('a file that is named "-"', () => {
  const COVERAGE = ['--coverage', '--coverage-floor', '--coverage-badge'];
  const DRAFT = ['draft', '--url', 'http://127.0.0.1:9', '--workspace', 'acme/shop', '--entity', 'Ticket'];
  const calls: readonly (readonly string[])[] = [
    ...[...COVERAGE, '--har', '--write-known'].map((option) => [...VERIFY, option]),
    ...COVERAGE.map((option) => ['judge', 'target.json', option]),
    ...[...COVERAGE, '--har'].map((option) => ['proxy', '--to', 'http://127.0.0.1:9', '--port', '0', option]),
    ...COVERAGE.map((option) => ['coverage', 'target.json', option]),
    ...['mock', 'serve'].map((command) => [command, '--port', '0', '--write-target']),
    ...['openapi', 'types'].map((command) => [command, 'shop.json', '--out']),
    [...DRAFT, '--out'],
  ];

  it('is refused by every option that only takes files', async () => {
    const environment = { WORKSPACE_API_KEY_READ_ONLY: 'sk_test_read_only' };
    const ended = await runInTurn(
      calls.map((words) => ({ words: [...words, '-'] })),
      { folder, environment },
    );
    const lines = ended.map(({ code, stdout, stderr }) => ({ code, stdout, line: stderr.split('\n')[0] }));
    expect(lines).toEqual(
      calls.map((words) => ({ code: 2, stdout: '', line: `${words.at(-1)} takes the name of a file, not "-"` })),
    );
    expect(readdirSync(folder)).not.toContain('-');
  });
});

describe.each(['json', 'junit', 'html', 'sarif'])('the report of --%s', (option) => {
  it('goes to standard output, alone, when the file is "-"', async () => {
    const { code, stdout, stderr } = await run([...VERIFY, `--${option}`, '-']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[{<][^]*[}>]\n?$/);
    expect(stderr).toContain('PASSED');
    expect(readdirSync(folder)).not.toContain('-');
  });

  it('that finds the disk full is one line, and the other reports are written', async () => {
    const others = ['json', 'junit', 'html', 'sarif'].filter((each) => each !== option);
    const words = others.flatMap((each) => [`--${each}`, `beside-${option}.${each}`]);
    const { code, stdout, stderr } = await run([...VERIFY, `--${option}`, '/dev/full', ...words]);
    expect(stderr).toMatch(new RegExp(`^--${option}: cannot write /dev/full \\(ENOSPC: [^\\n]*\\)\\n$`));
    expect(stdout).toContain('PASSED');
    expect(others.filter((each) => !existsSync(join(folder, `beside-${option}.${each}`)))).toEqual([]);
    expect(code).toBe(2);
  });
});

describe('verify', () => {
  it('still ends with 1 when the contract is broken and a report cannot be written', async () => {
    const target = demoTarget(server.url, { faults: true });
    writeFileSync(join(folder, 'broken.json'), JSON.stringify({ ...target, keys: {} }));
    const words = ['verify', '--target', 'broken.json', '--sender', 'http', '--only', 'getRecord.success'];
    expect(await run([...words, '--json', '/dev/full'])).toMatchObject({ code: 1 });
  });

  it('refuses two reports in one place', async () => {
    const { code, stderr } = await run([...VERIFY, '--json', 'same', '--html', 'same']);
    expect(stderr).toMatch(/^--json and --html both write same; name another file for one of them\n/);
    expect(code).toBe(2);
  });

  it('reports a step summary that cannot be written', async () => {
    const environment = { GITHUB_STEP_SUMMARY: '/dev/full' };
    const { code, stderr } = await runCommand([...VERIFY, '--github'], { folder, environment });
    expect(stderr).toMatch(/^GITHUB_STEP_SUMMARY: cannot write \/dev\/full \(ENOSPC: [^\n]*\)\n$/);
    expect(code).toBe(2);
  });
});

describe.each(['mock', 'serve'])('the target file of %s', (command) => {
  it('is checked before the server starts', async () => {
    const { code, stdout, stderr } = await run([command, '--port', '0', '--write-target', '.']);
    expect(stderr).toMatch(/^--write-target: cannot write \. \(it is a folder\); name a file that can be written\n/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('that finds the disk full ends the server', async () => {
    const { code, stdout, stderr } = await run([command, '--port', '0', '--write-target', '/dev/full']);
    expect(stderr).toMatch(/^--write-target: cannot write \/dev\/full \(ENOSPC: [^\n]*\)\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
