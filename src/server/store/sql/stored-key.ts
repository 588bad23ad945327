import type { AccessMode, KeyDefinition } from '../../../workspace/index.ts';
import type { StoredKey } from '../store.ts';
import type { Row } from './read-rows.ts';

/** The key that a row is: a row of keys, joined with the workspace. */
export function toStoredKey(row: Row): StoredKey {
  return {
    organization: String(row.organization),
    workspace: String(row.slug),
    // What stands in these two columns was written from a definition.
    mode: String(row.mode) as AccessMode,
    permission: String(row.permission) as KeyDefinition['permission'],
    expiresAt: row.expires_at === null ? undefined : new Date(Number(row.expires_at)),
    revoked: row.revoked !== 0n,
  };
}
