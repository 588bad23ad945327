import type { AccessMode, EntityDefinition, KeyDefinition, WorkspaceDefinition } from '../../../workspace/index.ts';
import { hashOf, prefixOf } from '../../key-hash.ts';
import type { StoredKey } from '../store.ts';
import type { Connection } from './connection.ts';

/** The tables of what is known about workspaces and keys. Their names have no point in them, those of collections do. */
export const workspaceStatements = [
  `CREATE TABLE workspaces (
    slug TEXT PRIMARY KEY, organization TEXT NOT NULL, mode TEXT NOT NULL, entities TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE keys (
    hash TEXT PRIMARY KEY, prefix TEXT NOT NULL, name TEXT NOT NULL, workspace TEXT NOT NULL REFERENCES workspaces (slug),
    permission TEXT NOT NULL, expires_at INTEGER, revoked INTEGER NOT NULL
  ) STRICT`,
];

export function writeWorkspace(connection: Connection, organization: string, workspace: WorkspaceDefinition): void {
  const { slug, mode, entities, keys } = workspace;
  const insertWorkspace = 'INSERT INTO workspaces (slug, organization, mode, entities) VALUES (?, ?, ?, ?)';
  connection.run(insertWorkspace, slug, organization, mode, JSON.stringify(entities));
  for (const { key, name, permission, expiresAt, revoked = false } of keys) {
    connection.run(
      `INSERT INTO keys (hash, prefix, name, workspace, permission, expires_at, revoked) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      hashOf(key),
      prefixOf(key),
      name,
      slug,
      permission,
      expiresAt === undefined ? null : BigInt(Date.parse(expiresAt)),
      revoked ? 1n : 0n,
    );
  }
}

/** The key with that hash. Its workspace is read with it every time, because its mode may change while requests run. */
export function findKey(connection: Connection, hash: string): StoredKey | undefined {
  const row = connection.get(
    `SELECT organization, slug, mode, permission, expires_at, revoked
    FROM keys JOIN workspaces ON slug = workspace WHERE hash = ?`,
    hash,
  );
  if (row === undefined) return undefined;
  return {
    organization: String(row.organization),
    workspace: String(row.slug),
    // What stands in these two columns was written from a definition above.
    mode: String(row.mode) as AccessMode,
    permission: String(row.permission) as KeyDefinition['permission'],
    expiresAt: row.expires_at === null ? undefined : new Date(Number(row.expires_at)),
    revoked: row.revoked !== 0n,
  };
}

/** The entities of every workspace. They never change while the database is there. */
export function readEntities(connection: Connection): ReadonlyMap<string, readonly EntityDefinition[]> {
  const rows = connection.all('SELECT slug, entities FROM workspaces');
  return new Map(rows.map(({ slug, entities }) => [String(slug), JSON.parse(String(entities))]));
}
