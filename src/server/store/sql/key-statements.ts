import type { AccessMode, KeyDefinition } from '../../../workspace/index.ts';
import { isAccessMode } from '../../../workspace/index.ts';
import type { KeySummary } from '../administration.ts';
import type { StoredKey } from '../store.ts';
import { DataPlaceError } from '../store-errors.ts';
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

/** Finds a key by its hash. Also reads its workspace, because the access mode and the entities may change at any time. */
export function selectKey({ keys, workspaces }: OwnTables, hash: string): Sql {
  return sql`SELECT id, organization, slug, mode, revision, permission, expires_at, revoked
    FROM ${keys} JOIN ${workspaces} ON id = workspace WHERE hash = ${hash}`;
}

/** Converts a row of `selectKey`. */
export function toStoredKey(row: Row): StoredKey {
  return {
    ...ofRow(row),
    workspaceId: String(row.id),
    mode: modeOf(row),
    revision: Number(row.revision),
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
    permission: permissionOf(row),
    expiresAt: expiryOf(row),
    revoked: row.revoked !== 0n,
  };
}

// Only definitions and administrators write these columns. An unknown value was written by a later version or another program.
// What it allows is unknown too, so the key is not usable.

function permissionOf(row: Row): KeyDefinition['permission'] {
  const { permission } = row;
  if (permission === 'READ_WRITE' || permission === 'READ_ONLY') return permission;
  throw unknownValue(row, `a key with the unknown permission "${String(permission)}"`);
}

function expiryOf(row: Row): Date | undefined {
  if (row.expires_at === null) return undefined;
  const expiry = new Date(Number(row.expires_at));
  if (Number.isNaN(expiry.getTime())) throw unknownValue(row, `a key whose expiry ${row.expires_at} is not a date`);
  return expiry;
}

/**
 * Returns the access mode in a row of the workspaces table.
 * @throws {DataPlaceError} if it is not an access mode
 */
export function modeOf(row: Row): AccessMode {
  const mode = String(row.mode);
  if (isAccessMode(mode)) return mode;
  throw unknownValue(row, `the unknown access mode "${mode}"`);
}

function unknownValue({ organization, slug }: Row, what: string): DataPlaceError {
  return new DataPlaceError(`the workspace ${organization}/${slug} has ${what}: correct it in the database`);
}
