import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { sql } from '../sql/sql.ts';
import { SqliteConnection } from './sqlite-connection.ts';

describe('a connection', () => {
  it('enforces foreign keys, and writes to disk before it confirms a commit', () => {
    const folder = mkdtempSync(join(tmpdir(), 'workspace-api-'));
    const connection = new SqliteConnection(join(folder, 'data.sqlite'));
    expect(connection.get(sql`PRAGMA foreign_keys`)).toMatchObject({ foreign_keys: 1n });
    expect(connection.get(sql`PRAGMA journal_mode`)).toMatchObject({ journal_mode: 'wal' });
    // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
    expect(connection.get(sql`PRAGMA synchronous`)).toMatchObject({ synchronous: 2n });
    connection.close();
    rmSync(folder, { recursive: true });
  });

  it('rolls back a transaction that throws, and can begin another', () => {
    const connection = new SqliteConnection();
    connection.execute('CREATE TABLE things (id INTEGER PRIMARY KEY)');
    const insert = (id: number) => connection.run(sql`INSERT INTO things (id) VALUES (${BigInt(id)})`);
    expect(() =>
      connection.transaction(() => {
        insert(1);
        throw new Error('no more');
      }),
    ).toThrow('no more');
    expect(connection.all(sql`SELECT id FROM things`)).toEqual([]);
    connection.transaction(() => insert(2));
    expect(connection.all(sql`SELECT id FROM things`)).toMatchObject([{ id: 2n }]);
    connection.close();
  });
});
