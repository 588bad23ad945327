import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { sql } from '../sql/sql.ts';
import { GroupCommit } from './group-commit.ts';
import { SqliteConnection } from './sqlite-connection.ts';

let folder: string;
let connection: SqliteConnection;
let commits: GroupCommit;
/** Reads the file as another process would. */
let reader: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-api-'));
  connection = new SqliteConnection(join(folder, 'data.sqlite'));
  connection.execute('CREATE TABLE things (id INTEGER PRIMARY KEY, word TEXT) STRICT');
  commits = new GroupCommit(connection);
  reader = new DatabaseSync(join(folder, 'data.sqlite'));
});
afterEach(() => {
  reader.close();
  connection.close();
  rmSync(folder, { recursive: true });
});

const insert = (id: number, word = ''): Promise<void> =>
  commits.write(() => connection.run(sql`INSERT INTO things (id, word) VALUES (${BigInt(id)}, ${word})`));

const idsRead = (): readonly unknown[] =>
  reader
    .prepare('SELECT id FROM things ORDER BY id')
    .all()
    .map(({ id }) => id);

describe('writes that arrive together', () => {
  it('are committed together, and are visible to other processes once they resolve', async () => {
    let transactions = 0;
    const transaction = connection.transactionUnlessLocked.bind(connection);
    connection.transactionUnlessLocked = (work) => {
      transactions += 1;
      return transaction(work);
    };
    const writes = [insert(1), insert(2), insert(3)];
    expect(idsRead()).toEqual([]);
    await writes[0];
    expect(idsRead()).toEqual([1, 2, 3]);
    await Promise.all(writes);
    expect(transactions).toBe(1);
  });

  it('fail independently of each other', async () => {
    const outcomes = await Promise.allSettled([insert(1), insert(1), insert(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(idsRead()).toEqual([1, 2]);
  });

  it('fail together when the disk is full, write nothing, and later writes succeed', async () => {
    const pages = Number(connection.get(sql`PRAGMA page_count`)?.page_count);
    connection.execute(`PRAGMA max_page_count = ${pages + 2}`);
    const outcomes = await Promise.allSettled([insert(1), insert(2, 'x'.repeat(100_000)), insert(3)]);
    // 13 is FULL: https://www.sqlite.org/rescode.html#full
    const refused = { status: 'rejected', reason: expect.objectContaining({ errcode: 13 }) };
    expect(outcomes).toEqual([refused, refused, refused]);
    expect(idsRead()).toEqual([]);
    await insert(4);
    expect(idsRead()).toEqual([4]);
  });

  it('wait while another process writes, and reads continue', async () => {
    reader.exec('BEGIN IMMEDIATE; INSERT INTO things (id) VALUES (1)');
    const writes = [insert(1), insert(2)];
    let attempts = 0;
    const transaction = connection.transactionUnlessLocked.bind(connection);
    connection.transactionUnlessLocked = (work) => {
      attempts += 1;
      return transaction(work);
    };
    while (attempts < 3) {
      expect(connection.all(sql`SELECT id FROM things`)).toEqual([]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    reader.exec('COMMIT');
    expect((await Promise.allSettled(writes)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(idsRead()).toEqual([1, 2]);
  });

  it('fail together when another process holds the lock for too long, and later writes succeed', async () => {
    reader.exec('BEGIN IMMEDIATE');
    const outcomes = await Promise.allSettled([insert(1), insert(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    reader.exec('ROLLBACK');
    await insert(3);
    expect(idsRead()).toEqual([3]);
  });

  it('are refused at the end if they cannot be committed', async () => {
    reader.exec('BEGIN IMMEDIATE');
    const write = insert(1);
    commits.end();
    await expect(write).rejects.toThrow('another process');
    reader.exec('ROLLBACK');
    expect(idsRead()).toEqual([]);
  });
});
