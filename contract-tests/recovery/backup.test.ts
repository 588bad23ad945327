import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { backUpSqlite, DataPlaceError, restoreSqlite } from '../../src/server/index.ts';
import { createDatabaseFile, firstRow } from '../../src/server/testing/database-file.ts';
import { runSql } from '../../src/server/testing/run-sql.ts';
import { demoDefinition } from '../../src/workspace/index.ts';
import { runCommand } from '../run-command.ts';
import { killServedProcesses, serveInProcess } from '../served-process.ts';
import { documentedCommands, runInShell } from './documented-shell.ts';
import { expectRestored } from './restored.ts';
import { SteadyWriters } from './steady-writers.ts';

let folder: string;
let data: string;
let backup: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  data = join(folder, 'shop.db');
  backup = join(folder, 'backup.db');
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => killServedProcesses());

const createDemo = (): Promise<void> => createDatabaseFile(data, demoDefinition);

const customersIn = (file: string): number =>
  Number(firstRow(file, 'SELECT count(*) AS count FROM "acme-corp/sales.customers"')?.count);

/** Asserts that the work is refused in one line, which contains a text. */
async function expectRefusal(work: Promise<unknown>, reason: string): Promise<void> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DataPlaceError);
  expect(String(error)).toContain(reason);
  expect(String(error)).not.toContain('\n');
}

describe('docs/operate.md on SQLite', () => {
  it('backs up while clients write, and restores everything that was acknowledged before', async () => {
    const [backUp = '', restore = ''] = documentedCommands('SQLite');
    const server = await serveInProcess(['--data', data]);
    const writers = new SteadyWriters(server.url);
    await writers.more(100);
    const before = writers.acknowledged;
    expect(await runInShell(backUp, folder)).toMatchObject({ code: 0, stderr: '' });
    const after = writers.acknowledged;
    expect(after.length).toBeGreaterThan(before.length);
    await writers.stop();

    expect(await runInShell(restore, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'a server or another program has shop.db open: stop it first\n',
    });
    expect(await server.end('SIGTERM')).toBe(0);
    expect(await runInShell(restore, folder)).toMatchObject({
      code: 0,
      stdout: 'restored shop.db from shop-backup.db\n',
    });
    const restored = await serveInProcess(['--data', data]);
    await expectRestored(restored.url, before);
    expect(await restored.end('SIGTERM')).toBe(0);

    // The replaced file still has the writes that came later.
    const kept = readdirSync(folder).filter((name) => /^shop\.db\.before-\d{8}T\d{6}Z$/.test(name));
    expect(customersIn(join(folder, kept[0] ?? ''))).toBeGreaterThan(after.length / 2);
    for (const name of ['shop-backup.db', 'shop.db', ...kept])
      expect((statSync(join(folder, name)).mode & 0o777).toString(8)).toBe('600');
  });
});

describe('admin backup', () => {
  it.each([
    ['a file that exists', 'taken.txt', 'taken.txt exists:'],
    ['a link to nothing', 'nothing', 'nothing exists:'],
    ['the database itself', 'shop.db', 'shop.db belongs to the database itself:'],
    ['the database itself through a link', 'link.db', 'link.db belongs to the database itself:'],
    ['the log of the database', './shop.db-wal', 'shop.db-wal belongs to the database itself:'],
    ['a folder that does not exist', 'none/x.db', 'x.db (ENOENT'],
  ])('does not write to %s', async (_title, target, reason) => {
    await createDemo();
    writeFileSync(join(folder, 'taken.txt'), 'text');
    symlinkSync('nowhere', join(folder, 'nothing'));
    symlinkSync('shop.db', join(folder, 'link.db'));
    const [names, content] = [readdirSync(folder), readFileSync(data)];
    await expectRefusal(backUpSqlite(data, join(folder, target)), reason);
    expect(readdirSync(folder)).toEqual(names);
    expect(readFileSync(data).equals(content)).toBe(true);
    expect(readFileSync(join(folder, 'taken.txt'), 'utf8')).toBe('text');
  });

  it('reports its progress, and leaves nothing behind when it is stopped by Ctrl-C', async () => {
    await createDemo();
    runSql(
      data,
      'CREATE TABLE "acme-corp/sales.large" (content); INSERT INTO "acme-corp/sales.large" VALUES (zeroblob(20000000))',
    );
    const stop = new AbortController();
    const shares: number[] = [];
    await backUpSqlite(data, backup, { progress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.filter((share) => share > 0 && share < 1).toSorted((one, other) => one - other));
    rmSync(backup);
    const work = backUpSqlite(data, backup, { stop: stop.signal });
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toHaveLength(1);
    stop.abort(new Error('stopped'));
    await expect(work).rejects.toThrow('stopped');
    expect(readdirSync(folder)).toEqual(['shop.db']);
  });

  it('refuses a damaged database, and leaves nothing behind', async () => {
    await createDemo();
    const content = readFileSync(data);
    content.fill(255, content.length - 4096);
    writeFileSync(data, content);
    await expectRefusal(backUpSqlite(data, backup), 'shop.db is damaged (');
    expect(readdirSync(folder)).toEqual(['shop.db']);
    expect(readFileSync(data).equals(content)).toBe(true);
  });

  it('refers to pg_dump for a PostgreSQL database', async () => {
    const environment = { DATABASE_URL: 'postgres://user:secret@127.0.0.1/workspace' };
    const { code, stderr } = await runCommand(['admin', 'backup', 'backup.db'], { folder, environment });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/use pg_dump \(see docs\/operate\.md\)\n/),
    });
    expect(stderr).not.toContain('secret');
  });
});

describe('admin restore', () => {
  it.each<[string, (file: string) => void, string]>([
    [
      'is not a database',
      (file) => writeFileSync(file, 'text'.repeat(2000)),
      'backup.db as an SQLite database (file is not a database): ',
    ],
    ['is empty', (file) => writeFileSync(file, ''), 'backup.db is empty:'],
    ['is incomplete', (file) => truncateSync(file, 20_000), 'malformed): '],
    [
      'is of another program',
      (file) => (rmSync(file), runSql(file, 'CREATE TABLE notes (id)')),
      'backup.db was created by another program:',
    ],
    [
      'is of a later version',
      (file) => runSql(file, 'PRAGMA user_version = 99'),
      'backup.db was written by a later version',
    ],
    ['does not exist', (file) => rmSync(file), 'there is no file '],
  ])('changes nothing if the backup %s', async (_title, damage, reason) => {
    await createDemo();
    await backUpSqlite(data, backup);
    damage(backup);
    const [names, content] = [readdirSync(folder), readFileSync(data)];
    await expectRefusal(restoreSqlite(data, backup, new Date()), reason);
    expect(readdirSync(folder)).toEqual(names);
    expect(readFileSync(data).equals(content)).toBe(true);
  });

  it('replaces a damaged database, and keeps all of its files', async () => {
    await createDemo();
    await backUpSqlite(data, backup);
    writeFileSync(data, 'damaged'.repeat(1000));
    writeFileSync(`${data}-wal`, 'log');
    await restoreSqlite(data, backup, new Date());
    expect(customersIn(data)).toBe(3);
    const kept = readdirSync(folder).filter((name) => name.includes('.before-'));
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['damaged'.repeat(1000), 'log']);
    expect(existsSync(`${data}-wal`)).toBe(false);
  });

  it('gives the database the owner that it had', async () => {
    await createDemo();
    await backUpSqlite(data, backup);
    // Only root can give a file away.
    if (process.getuid?.() === 0) chownSync(data, 65_534, 65_534);
    const { uid, gid } = statSync(data);
    await restoreSqlite(data, backup, new Date());
    expect(statSync(data)).toMatchObject({ uid, gid });
  });

  it('keeps what a server that crashed had only in its log', async () => {
    const server = await serveInProcess(['--data', data]);
    await backUpSqlite(data, backup);
    const writers = new SteadyWriters(server.url);
    await writers.more(10);
    await writers.stop();
    await server.end('SIGKILL');
    expect(existsSync(`${data}-wal`)).toBe(true);
    await restoreSqlite(data, backup, new Date());
    expect(customersIn(data)).toBe(3);
    const [kept = ''] = readdirSync(folder).filter((name) => name.includes('.before-'));
    expect(customersIn(join(folder, kept))).toBeGreaterThan(7);
  });

  it.each([
    ['the database of another program', 'other.db', 'other.db was created by another program:'],
    ['the backup', 'backup.db', 'backup.db is the database itself:'],
    ['a name beside which a log was left', 'lost.db', 'lost.db-wal belongs to a database that is gone:'],
  ])('does not write to %s', async (_title, target, reason) => {
    await createDemo();
    await backUpSqlite(data, backup);
    runSql(join(folder, 'other.db'), 'CREATE TABLE notes (id)');
    writeFileSync(join(folder, 'lost.db-wal'), 'log');
    const names = readdirSync(folder);
    const content = existsSync(join(folder, target)) ? readFileSync(join(folder, target)) : undefined;
    await expectRefusal(restoreSqlite(join(folder, target), backup, new Date()), reason);
    expect(readdirSync(folder)).toEqual(names);
    if (content !== undefined) expect(readFileSync(join(folder, target)).equals(content)).toBe(true);
  });
});
