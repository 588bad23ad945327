import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { contract } from '../src/contract/index.ts';
import type { Mock, TriggerRow } from '../src/mock/index.ts';
import { startMock, triggerTable } from '../src/mock/index.ts';

const ROOT = new URL('../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** Returns the rows of the table whose first column has the given name. */
function tableOf(page: string, firstColumn: string): readonly string[] {
  const lines = read(page).split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${firstColumn} `));
  const rows = lines.slice(start + 2);
  const length = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, length).map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1)
      .join(' | '),
  );
}

function rowOf({ part, send, scenario, note }: TriggerRow): string {
  const what = send.startsWith('any other') ? send : `\`${send}\``;
  const answer =
    scenario === undefined || scenario === 'success'
      ? scenario
      : `${contract.scenarios[scenario].status} \`${scenario}\``;
  return `${part} | ${what} | ${[answer, note].filter((each) => each !== undefined).join(', ')}`;
}

describe('the table of triggers', () => {
  const all = triggerTable.map(rowOf);

  it('is complete in docs/mock.md', () => {
    expect(tableOf('docs/mock.md', 'where')).toEqual(all);
  });

  it('has five of its rows in README.md', () => {
    const shown = tableOf('README.md', 'where');
    expect(shown).toEqual(all.filter((row) => shown.includes(row)));
    expect(shown).toHaveLength(5);
  });
});

describe('docs/mock.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mock-docs-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('shows commands that get the documented statuses', async () => {
    const commands = read('docs/mock.md').match(/^curl .*$/gm) ?? [];
    const statuses: number[] = [];
    for (const command of commands) statuses.push(await statusOf(command));
    expect(statuses).toEqual([200, 401, 404, 409, 422, 409, 400, 500, 502]);
  });

  it('shows a test that runs', () => {
    const [, snippet = ''] = /^```ts\n([^]*?)^```/m.exec(read('docs/mock.md')) ?? [];
    const file = join(folder, 'snippet.ts');
    const door = fileURLToPath(new URL('src/mock/index.ts', ROOT));
    writeFileSync(file, `${snippet.replace("'workspace-api-mock'", `'${door}'`)}console.log(error.code);\n`);
    expect(execFileSync(process.execPath, [file]).toString()).toBe('NOT_FOUND\n');
  });

  it('lists every option', () => {
    const help = execFileSync(process.execPath, [
      fileURLToPath(new URL('src/cli/main.ts', ROOT)),
      'mock',
      '--help',
    ]).toString();
    const listed = tableOf('docs/mock.md', 'option').map((row) => /--[\w-]+/.exec(row)?.[0]);
    const options = [...help.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, name]) => name).filter((name) => name !== '--help');
    expect(listed).toEqual(options);
  });
});

/** Parses a curl command with the shell, and sends its request to the mock of this test. */
async function statusOf(command: string): Promise<number> {
  const script = `curl() { printf '%s\\0' "$@"; }; ${command}`;
  const words = execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1);
  const valuesOf = (option: string): readonly string[] => words.filter((_word, index) => words[index - 1] === option);
  const [body] = valuesOf('-d');
  const [method = body === undefined ? 'GET' : 'POST'] = valuesOf('-X');
  const url = (words.at(-1) ?? '').replace('http://127.0.0.1:4010/api/v1', mock.url);
  const headers = valuesOf('-H').map((line) => line.split(': ', 2));
  const { status } = await fetch(url, {
    method,
    headers: Object.fromEntries(headers),
    ...(body === undefined ? {} : { body }),
  });
  return status;
}
