import { describe, expect, it } from '@jest/globals';

import { sql } from '../sql/sql.ts';
import { migrate } from './migrations.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** Creates a database in the format of the first version of this server. */
function firstVersion(): SqliteConnection {
  const connection = new SqliteConnection();
  connection.execute(`
    CREATE TABLE workspaces (slug TEXT PRIMARY KEY, organization TEXT NOT NULL, mode TEXT NOT NULL, entities TEXT NOT NULL) STRICT;
    CREATE TABLE keys (
      hash TEXT PRIMARY KEY, prefix TEXT NOT NULL, name TEXT NOT NULL, workspace TEXT NOT NULL REFERENCES workspaces (slug),
      permission TEXT NOT NULL, expires_at INTEGER, revoked INTEGER NOT NULL
    ) STRICT;
    INSERT INTO workspaces VALUES ('sales', 'acme-corp', 'ACTIVE', '[]');
    INSERT INTO keys VALUES ('hash', 'sk_live_', 'all', 'sales', 'READ_WRITE', NULL, 0);
    PRAGMA user_version = 1;
  `);
  return connection;
}

const shapeOf = (connection: SqliteConnection): readonly unknown[] =>
  connection.all(
    sql`SELECT type, name, replace(replace(sql, char(10), ''), ' ', '') AS text FROM sqlite_schema ORDER BY name`,
  );

describe('a database of an earlier version', () => {
  it('keeps its content, and gets the tables of a new database', () => {
    const old = firstVersion();
    migrate(old, 'data.sqlite');
    expect(old.all(sql`SELECT id, slug, hash FROM keys JOIN workspaces ON id = workspace`)).toMatchObject([
      { id: 'sales', slug: 'sales', hash: 'hash' },
    ]);
    const fresh = new SqliteConnection();
    migrate(fresh, 'data.sqlite');
    expect(shapeOf(old)).toEqual(shapeOf(fresh));
    for (const connection of [old, fresh]) connection.close();
  });

  it('stays unchanged once it is up to date', () => {
    const connection = firstVersion();
    migrate(connection, 'data.sqlite');
    const before = shapeOf(connection);
    migrate(connection, 'data.sqlite');
    expect(shapeOf(connection)).toEqual(before);
    connection.close();
  });
});
