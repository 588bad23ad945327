import type { EntityDefinition, WorkspaceDefinition } from '../../../workspace/index.ts';
import { hashOf, prefixOf } from '../../key-hash.ts';
import { sql } from '../sql/sql.ts';
import { toStoredKey } from '../sql/stored-key.ts';
import type { StoredKey } from '../store.ts';
import type { Connection } from './connection.ts';

/** Writes a workspace and its keys. */
export function writeWorkspace(connection: Connection, organization: string, workspace: WorkspaceDefinition): void {
  const { slug, mode, entities, keys } = workspace;
  connection.run(
    sql`INSERT INTO workspaces (slug, organization, mode, entities)
      VALUES (${slug}, ${organization}, ${mode}, ${JSON.stringify(entities)})`,
  );
  for (const { key, name, permission, expiresAt, revoked = false } of keys) {
    const expires = expiresAt === undefined ? null : BigInt(Date.parse(expiresAt));
    connection.run(
      sql`INSERT INTO keys (hash, prefix, name, workspace, permission, expires_at, revoked)
        VALUES (${hashOf(key)}, ${prefixOf(key)}, ${name}, ${slug}, ${permission}, ${expires}, ${revoked ? 1n : 0n})`,
    );
  }
}

/** The key with that hash. Its workspace is read with it every time, because its mode may change while requests run. */
export function findKey(connection: Connection, hash: string): StoredKey | undefined {
  const row = connection.get(
    sql`SELECT organization, slug, mode, permission, expires_at, revoked
      FROM keys JOIN workspaces ON slug = workspace WHERE hash = ${hash}`,
  );
  return row === undefined ? undefined : toStoredKey(row);
}

/** The entities of a workspace; none where there is no such workspace. */
export function readEntities(connection: Connection, workspace: string): readonly EntityDefinition[] {
  const row = connection.get(sql`SELECT entities FROM workspaces WHERE slug = ${workspace}`);
  return row === undefined ? [] : JSON.parse(String(row.entities));
}
