import type { AccessMode, KeyDefinition } from '../../../workspace/index.ts';
import type { KeySummary } from '../administration.ts';
import type { StoredKey } from '../store.ts';
import type { OwnTables } from './own-tables.ts';
import type { Row } from './read-rows.ts';
import type { Sql } from './sql.ts';
import { sql } from './sql.ts';

/** A key as it is written: hashed. */
export interface KeptKey extends Omit<KeySummary, 'organization' | 'workspace'> {
  readonly hash: string;
}

/** Writes a key, and answers its name; nothing where its workspace has one of that name, or the key is any other's. */
export function insertKey({ keys }: OwnTables, workspaceId: string, key: KeptKey): Sql {
  return sql`INSERT INTO ${keys} (workspace, name, hash, prefix, permission, expires_at, revoked)
    VALUES (${workspaceId}, ${key.name}, ${key.hash}, ${key.prefix}, ${key.permission}, ${epochOf(key.expiresAt)},
      ${key.revoked ? 1n : 0n})
    ON CONFLICT DO NOTHING RETURNING name`;
}

/** Finds a key by its hash. Its workspace is read with it, because its mode may change while requests run. */
export function selectKey({ keys, workspaces }: OwnTables, hash: string): Sql {
  return sql`SELECT id, organization, slug, mode, permission, expires_at, revoked
    FROM ${keys} JOIN ${workspaces} ON id = workspace WHERE hash = ${hash}`;
}

/** The key that a row of `selectKey` is. */
export function toStoredKey(row: Row): StoredKey {
  return {
    ...ofRow(row),
    workspaceId: String(row.id),
    mode: String(row.mode) as AccessMode,
  };
}

/** Reads keys as an administrator sees them. */
export function selectKeys({ keys, workspaces }: OwnTables, condition: Sql): Sql {
  return sql`SELECT organization, slug, name, prefix, permission, expires_at, revoked
    FROM ${keys} JOIN ${workspaces} ON id = workspace WHERE ${condition} ORDER BY id, name`;
}

/** The key that a row of `selectKeys` is. */
export function toKeySummary(row: Row): KeySummary {
  return { ...ofRow(row), name: String(row.name), prefix: String(row.prefix) };
}

/** A moment as it is kept: milliseconds since 1970. */
export function epochOf(moment: Date | undefined): bigint | null {
  return moment === undefined ? null : BigInt(moment.getTime());
}

function ofRow(row: Row) {
  return {
    organization: String(row.organization),
    workspace: String(row.slug),
    // What stands in this column was written from a definition, or for an administrator.
    permission: String(row.permission) as KeyDefinition['permission'],
    expiresAt: row.expires_at === null ? undefined : new Date(Number(row.expires_at)),
    revoked: row.revoked !== 0n,
  };
}
