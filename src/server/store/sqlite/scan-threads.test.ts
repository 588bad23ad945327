import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { keyword, sql } from '../sql/sql.ts';
import { GroupCommit } from './group-commit.ts';
import { IN_TIME } from './scan-messages.ts';
import { defaultScanLimits, ScanThreads } from './scan-threads.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** A scan without an end. */
const endless = sql`WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers)
  SELECT count(*) FROM numbers WHERE ${keyword(IN_TIME)}()`;
const ids = sql`SELECT id FROM things ORDER BY id`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-threads-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each([
  ['in memory', () => undefined],
  ['in a file', () => join(folder, 'data.sqlite')],
])('scans of a database %s', (_title, fileOf) => {
  let connection: SqliteConnection;
  let scans: ScanThreads;
  let started = 0;
  const open = (limits: Partial<typeof defaultScanLimits> = {}): void => {
    started = 0;
    // Called once by each new thread.
    const requireFile = (): void => {
      started += 1;
      connection.requireFile();
    };
    scans = new ScanThreads(connection.location, requireFile, { ...defaultScanLimits, ...limits });
  };
  beforeEach(() => {
    connection = new SqliteConnection(fileOf());
    connection.execute('CREATE TABLE things (id INTEGER PRIMARY KEY) STRICT');
  });
  afterEach(async () => {
    await scans.close();
    connection.close();
  });

  const insert = (id: number): void =>
    connection.transaction(() => connection.run(sql`INSERT INTO things (id) VALUES (${BigInt(id)})`));

  it('see every write that was committed before', async () => {
    open();
    for (const id of [1, 2, 3]) {
      insert(id);
      expect(await scans.rows(ids)).toHaveLength(id);
    }
    expect(await scans.rows(ids)).toEqual([[1n], [2n], [3n]]);
  });

  it('run at the same time in several threads', async () => {
    open();
    insert(1);
    const all = await Promise.all(Array.from({ length: 20 }, () => scans.rows(ids)));
    expect(all).toEqual(Array.from({ length: 20 }, () => [[1n]]));
    expect(started).toBe(defaultScanLimits.threads);
  });

  it('share a thread if they follow each other', async () => {
    open({ idle: 60_000 });
    for (const _ of [1, 2, 3]) await scans.rows(ids);
    expect(started).toBe(1);
  });

  it('leave no thread behind that is not used', async () => {
    open({ idle: 0 });
    await scans.rows(ids);
    // Timers of the same time fire in order, and a time of 0 is 1.
    await setTimeout(1);
    await scans.rows(ids);
    expect(started).toBe(2);
  });

  it('cannot write', async () => {
    open();
    await expect(scans.rows(sql`DELETE FROM things`)).rejects.toThrow('readonly');
    await expect(scans.rows(ids)).resolves.toEqual([]);
  });

  it('fail if they take too long, and the thread goes on with the next', async () => {
    open({ threads: 1, scan: 20 });
    await expect(scans.rows(endless)).rejects.toThrow('took too long');
    await expect(scans.rows(ids)).resolves.toEqual([]);
  });

  it('delay writes at most', async () => {
    open({ scan: 50 });
    const commits = new GroupCommit(connection, 60_000);
    const scan = expect(scans.rows(endless)).rejects.toThrow('took too long');
    // Another thread has started by the time that it responds.
    await scans.rows(ids);
    await commits.write(() => connection.run(sql`INSERT INTO things (id) VALUES (1)`));
    expect(await scans.rows(ids)).toEqual([[1n]]);
    await scan;
  });

  it('fail if no thread is free in time', async () => {
    open({ threads: 1, wait: 20, scan: 1000 });
    const first = scans.rows(endless);
    await expect(scans.rows(ids)).rejects.toThrow('other scans');
    await expect(first).rejects.toThrow('took too long');
    await expect(scans.rows(ids)).resolves.toEqual([]);
  });

  it('fail when the threads are closed, those that wait too', async () => {
    open({ threads: 1, wait: 60_000, scan: 60_000 });
    const outcomes = Promise.allSettled([scans.rows(endless), scans.rows(ids)]);
    await scans.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('a new thread', () => {
  it.each(['deleted', 'replaced'])('reads nothing from a file that was %s', async (change) => {
    const file = join(folder, 'data.sqlite');
    const connection = new SqliteConnection(file);
    const scans = new ScanThreads(file, () => connection.requireFile());
    renameSync(file, `${file}.old`);
    if (change === 'replaced') new SqliteConnection(file).close();
    const everything = sql`SELECT * FROM sqlite_schema`;
    await expect(scans.rows(everything)).rejects.toThrow(/unable to open|deleted or replaced/);
    // The thread is replaced, and so is the next one.
    await expect(scans.rows(everything)).rejects.toThrow(/unable to open|deleted or replaced/);
    await scans.close();
    connection.close();
  });
});
