import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { parseDefinition } from '../src/workspace/index.ts';
import { workspaceModule } from '../src/workspace-types/index.ts';
import { runCommand } from './run-command.ts';

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'types-'));
});
afterEach(() => rm(folder, { recursive: true }));

const types = (...words: readonly string[]) => runCommand(['types', ...words], { folder });
const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');

/** Writes desk.json, and returns the types of its first workspace. */
async function define(column: string, slugs: readonly string[] = ['helpdesk']): Promise<string> {
  const entities = [{ name: 'Ticket', table: 'tickets', columns: [{ name: column, type: 'TEXT' }] }];
  const written = { organization: 'acme', workspaces: slugs.map((slug) => ({ slug, mode: 'ACTIVE', entities })) };
  await writeFile(join(folder, 'desk.json'), JSON.stringify(written));
  const { organization, workspaces } = await parseDefinition(written);
  const [workspace] = workspaces;
  return workspace === undefined ? '' : workspaceModule(organization, workspace);
}

describe('types', () => {
  it('writes the types to standard output', async () => {
    const expected = await define('title');
    expect(await types('desk.json')).toEqual({ code: 0, stdout: expected, stderr: '' });
  });

  it('writes a file, and keeps one that is up to date', async () => {
    const expected = await define('title');
    expect(await types('desk.json', '--out', 'src/workspace.ts')).toMatchObject({ stdout: 'wrote src/workspace.ts\n' });
    expect(await read('src/workspace.ts')).toBe(expected);
    const again = await types('desk.json', '--out', 'src/workspace.ts');
    expect(again).toEqual({ code: 0, stdout: 'src/workspace.ts is up to date\n', stderr: '' });
  });

  it('reports with --check that the file is missing or not up to date, and the command that updates it', async () => {
    await define('title', ['helpdesk', 'sales']);
    const words = ['desk.json', '--workspace', 'acme/helpdesk', '--out', 'workspace.ts'];
    const update = `run npm run types -- ${words.join(' ')}\n`;
    const missing = await types(...words, '--check');
    expect(missing).toEqual({ code: 1, stdout: '', stderr: `workspace.ts does not exist; ${update}` });
    await types(...words);
    expect(await types(...words, '--check')).toEqual({ code: 0, stdout: '', stderr: '' });
    await writeFile(join(folder, 'workspace.ts'), (await read('workspace.ts')).replaceAll('\n', '\r\n'));
    expect(await types(...words, '--check')).toMatchObject({ code: 0 });
    await define('subject', ['helpdesk', 'sales']);
    const stale = await types(...words, '--check');
    expect(stale).toEqual({ code: 1, stdout: '', stderr: `workspace.ts is not up to date; ${update}` });
    expect(await read('workspace.ts')).not.toContain('subject');
  });

  it.each([
    [[], 'FILE is missing'],
    [['desk.json', '--check'], '--check needs --out'],
    [['desk.json', '--watch'], '--watch needs --out'],
    [['desk.json', '--watch', '--check', '--out', 'x.ts'], '--check and --watch do not go together'],
    [['desk.json'], 'desk.json defines several workspaces; add --workspace with one of acme/helpdesk, acme/sales'],
    [['desk.json', '--workspace', 'shop'], 'does not define the workspace "shop"'],
    [['missing.json'], 'cannot read missing.json'],
    [['desk.json', '--workspace', 'sales', '--out', '.'], 'it is a folder'],
  ])('exits with 2 when called with %j', async (words, expected) => {
    await define('title', ['helpdesk', 'sales']);
    const { code, stdout, stderr } = await types(...words);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(expected) });
  });

  it('has written the types that the tests of the client use', async () => {
    const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
    const words = [file('fixtures/helpdesk.json'), '--out', file('client/helpdesk.ts'), '--check'];
    expect(await types(...words)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('writes again whenever the definition changes, and keeps watching one that is invalid', async () => {
    await define('title');
    const words = [MAIN, 'types', 'desk.json', '--out', 'workspace.ts', '--watch'];
    const child = spawn(process.execPath, words, { cwd: folder });
    const said = createInterface(child.stdout)[Symbol.asyncIterator]();
    const complained = createInterface(child.stderr)[Symbol.asyncIterator]();
    try {
      expect((await said.next()).value).toBe('wrote workspace.ts');
      expect((await said.next()).value).toBe('watching desk.json (press Ctrl-C to stop)');
      await writeFile(join(folder, 'desk.json'), '{');
      expect((await complained.next()).value).toContain('desk.json is not valid JSON');
      const expected = await define('subject');
      expect((await said.next()).value).toBe('wrote workspace.ts');
      expect(await read('workspace.ts')).toBe(expected);
    } finally {
      child.kill('SIGINT');
      const [code] = await once(child, 'exit');
      expect(code).toBe(0);
    }
  });
});
