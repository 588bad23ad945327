import type { AccessMode, KeyDefinition } from '../../../workspace/index.ts';
import type { KeySummary } from '../administration.ts';
import type { StoredKey } from '../store.ts';
import type { OwnTables } from './own-tables.ts';
import type { Row } from './read-rows.ts';
import type { Sql } from './sql.ts';
import { sql } from './sql.ts';

/** A key as stored: only its hash. */
export interface KeptKey extends Omit<KeySummary, 'organization' | 'workspace'> {
  readonly hash: string;
}

/** Inserts a key and returns its name. Returns no row if the name is taken in the workspace, or the key in any workspace. */
export function insertKey({ keys }: OwnTables, workspaceId: string, key: KeptKey): Sql {
  return sql`INSERT INTO ${keys} (workspace, name, hash, prefix, permission, expires_at, revoked)
    VALUES (${workspaceId}, ${key.name}, ${key.hash}, ${key.prefix}, ${key.permission}, ${epochOf(key.expiresAt)},
      ${key.revoked ? 1n : 0n})
    ON CONFLICT DO NOTHING RETURNING name`;
}

/** Finds a key by its hash. Also reads its workspace, because the access mode may change at any time. */
export function selectKey({ keys, workspaces }: OwnTables, hash: string): Sql {
  return sql`SELECT id, organization, slug, mode, permission, expires_at, revoked
    FROM ${keys} JOIN ${workspaces} ON id = workspace WHERE hash = ${hash}`;
}

/** Converts a row of `selectKey`. */
export function toStoredKey(row: Row): StoredKey {
  return {
    ...ofRow(row),
    workspaceId: String(row.id),
    mode: String(row.mode) as AccessMode,
  };
}

/** Selects keys as shown to an administrator. */
export function selectKeys({ keys, workspaces }: OwnTables, condition: Sql): Sql {
  return sql`SELECT organization, slug, name, prefix, permission, expires_at, revoked
    FROM ${keys} JOIN ${workspaces} ON id = workspace WHERE ${condition} ORDER BY id, name`;
}

/** Converts a row of `selectKeys`. */
export function toKeySummary(row: Row): KeySummary {
  return { ...ofRow(row), name: String(row.name), prefix: String(row.prefix) };
}

/** Converts a date to the stored form: milliseconds since 1970. */
export function epochOf(moment: Date | undefined): bigint | null {
  return moment === undefined ? null : BigInt(moment.getTime());
}

function ofRow(row: Row) {
  return {
    organization: String(row.organization),
    workspace: String(row.slug),
    // This column is only written from a definition or by an administrator, so its value is valid.
    permission: String(row.permission) as KeyDefinition['permission'],
    expiresAt: row.expires_at === null ? undefined : new Date(Number(row.expires_at)),
    revoked: row.revoked !== 0n,
  };
}
