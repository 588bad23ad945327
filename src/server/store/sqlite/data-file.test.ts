import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { runSql } from '../../testing/run-sql.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { ask, startTestServer } from '../../testing/test-server.ts';
import { DataPlaceError } from '../store-errors.ts';
import { administerSqlite } from './sqlite-administration.ts';
import { SqliteStore } from './sqlite-store.ts';

let folder: string;
let data: string;
let server: TestServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-file-'));
  data = join(folder, 'data.sqlite');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

let links = 0;

/** Creates a symbolic link, whose target is relative to it. */
function linkTo(file: string): string {
  links += 1;
  const link = join(folder, `link-${links}`);
  symlinkSync(basename(file), link);
  return link;
}

/** Both ways to open a file, each of which may create it. */
const openings = {
  'a server': async (file: string) => new SqliteStore(undefined, file).close(),
  'the administration': async (file: string) => administerSqlite(file, true, () => new Date()).close(),
};

const LOSING = ['', ':memory:', 'file:', 'file::memory:', 'file:x?mode=memory', 'FILE:x.db', 'file:x?vfs=memdb'];

describe.each(Object.entries(openings))('the file of %s', (_title, open) => {
  it.each(LOSING)('cannot be %j, whose content SQLite would lose', async (file) => {
    await expect((async () => open(file))()).rejects.toThrow(DataPlaceError);
    await expect((async () => open(file))()).rejects.toThrow(
      /^"[^\n]*" does not name a file: name one[^\n]*--demo[^\n]*$/,
    );
    expect(existsSync('file')).toBe(false);
  });

  it('is created for its user only', async () => {
    const umask = process.umask(0);
    await open(data).finally(() => process.umask(umask));
    expect((statSync(data).mode & 0o777).toString(8)).toBe('600');
  });

  it('is created for its user only through links to a file that does not exist', async () => {
    const umask = process.umask(0);
    await open(linkTo(linkTo(data))).finally(() => process.umask(umask));
    expect((statSync(data).mode & 0o777).toString(8)).toBe('600');
  });

  it('is created for its user only through a linked folder', async () => {
    mkdirSync(join(folder, 'deep', 'folder'), { recursive: true });
    symlinkSync(join('deep', 'folder'), join(folder, 'short'));
    symlinkSync(join('..', 'data.sqlite'), join(folder, 'short', 'data.sqlite'));
    const umask = process.umask(0);
    await open(join(folder, 'short', 'data.sqlite')).finally(() => process.umask(umask));
    expect((statSync(join(folder, 'deep', 'data.sqlite')).mode & 0o777).toString(8)).toBe('600');
  });

  it('is refused if links lead around in a circle', async () => {
    const link = linkTo(data);
    symlinkSync(link, data);
    await expect((async () => open(link))()).rejects.toThrow(DataPlaceError);
  });

  // What marks the database of another program; each of them had been taken for ours, or for an empty one.
  it.each([
    'CREATE TABLE notes (id INTEGER)',
    'CREATE TABLE notes (id INTEGER); PRAGMA user_version = 1',
    'CREATE TABLE notes (id INTEGER); PRAGMA user_version = 3',
    'CREATE TABLE notes (id INTEGER); PRAGMA user_version = 4',
    'CREATE TABLE notes (id INTEGER); PRAGMA user_version = -1',
    'CREATE TABLE workspaces (id INTEGER); CREATE TABLE keys (id INTEGER); PRAGMA user_version = 3',
    'CREATE VIEW workspaces AS SELECT 1 AS id; PRAGMA user_version = 2',
    'PRAGMA user_version = 1',
    'PRAGMA user_version = 3',
    'PRAGMA user_version = -1',
    'PRAGMA user_version = -2147483648',
    'PRAGMA user_version = 2147483647',
    'PRAGMA application_id = 1196444487',
    'PRAGMA application_id = -1; PRAGMA user_version = 3',
  ])('is refused and stays unchanged if another program wrote %s', async (statements) => {
    runSql(data, statements);
    const before = readFileSync(data);
    await expect((async () => open(data))()).rejects.toThrow(/data\.sqlite was created by another program: [^\n]*$/);
    expect(readFileSync(data).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['data.sqlite']);
  });

  it.each([-1, -2147483648])('is refused if its version is %d, although the tables are ours', async (version) => {
    await open(data);
    runSql(data, `PRAGMA user_version = ${version}`);
    await expect((async () => open(data))()).rejects.toThrow(DataPlaceError);
  });
});

describe('the files of a running server', () => {
  it('can be read by its user only', async () => {
    const umask = process.umask(0);
    server = await startTestServer({ data }).finally(() => process.umask(umask));
    expect(await ask(server, { method: 'POST', body: { name: 'Jane', email: 'jane@example.com' } })).toMatchObject({
      status: 201,
    });
    const modes = readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);
    expect(modes).toEqual(['', '-shm', '-wal'].map((suffix) => [`data.sqlite${suffix}`, '600']));
  });

  const changes: Readonly<Record<string, (file: string) => void>> = {
    deleted: (file) => rmSync(file),
    renamed: (file) => renameSync(file, `${file}.old`),
    replaced: (file) => {
      renameSync(file, `${file}.old`);
      runSql(file, 'CREATE TABLE notes (id INTEGER)');
    },
  };

  it.each(
    ['', '-wal', '-shm'].flatMap((suffix) =>
      Object.entries(changes).flatMap(([name, change]) =>
        [false, true].map((isLinked) => [suffix, name, isLinked, change] as const),
      ),
    ),
  )(
    'acknowledge no write once data.sqlite%s is %s (opened through a link: %s)',
    async (suffix, _name, isLinked, change) => {
      server = await startTestServer({ data: isLinked ? linkTo(data) : data });
      const { length: before } = server.logged;
      change(data + suffix);
      const writes = [
        { method: 'POST', body: { name: 'Jane', email: 'jane@example.com' } },
        { method: 'PUT', path: '/Customer/1', body: { name: 'Jane' } },
        { method: 'DELETE', path: '/Customer/3' },
      ];
      for (const write of writes) expect(await ask(server, write)).toMatchObject({ status: 500 });
      const [entry] = server.logged.slice(before);
      expect(String(entry?.error)).toMatch(
        new RegExp(`(data\\.sqlite|link-\\d+)${suffix} was deleted or replaced [^\n]*$`),
      );
      // Nothing of the refused writes can be read either.
      expect(await ask(server)).toMatchObject({ status: 200, body: { meta: { totalElements: 3 } } });
      expect(await fetch(new URL('/readyz', server.url))).toMatchObject({ status: 503 });
      expect(await fetch(new URL('/healthz', server.url))).toMatchObject({ status: 200 });
    },
  );

  it.each([
    ["UPDATE keys SET permission = 'ADMIN'", 'unknown permission "ADMIN"'],
    ["UPDATE keys SET permission = ''", 'unknown permission ""'],
    ["UPDATE workspaces SET mode = 'FROZEN'", 'unknown access mode "FROZEN"'],
    ['UPDATE keys SET expires_at = 9000000000000000', 'whose expiry 9000000000000000 is not a date'],
  ])('allow nothing after %s', async (statement, reason) => {
    server = await startTestServer({ data });
    runSql(data, statement);
    expect(await ask(server)).toMatchObject({ status: 500 });
    expect(await ask(server, { method: 'DELETE', path: '/Customer/3' })).toMatchObject({ status: 500 });
    expect(String(server.logged.at(-1)?.error)).toContain(reason);
    runSql(data, "UPDATE workspaces SET mode = 'ACTIVE'; UPDATE keys SET permission = 'READ_WRITE', expires_at = NULL");
    expect(await ask(server)).toMatchObject({ status: 200 });
  });
});
