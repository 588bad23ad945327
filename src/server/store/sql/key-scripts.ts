import type { IssuedKey, KeySummary, NewKey, WorkspaceName } from '../administration.ts';
import { hashOf, prefixOf } from '../key-hash.ts';
import { AdministrationError } from '../store-errors.ts';
import { epochOf, insertKey, selectKeys, toKeySummary } from './key-statements.ts';
import type { OwnTables } from './own-tables.ts';
import type { Script } from './script.ts';
import { sql } from './sql.ts';
import type { FoundWorkspace } from './workspace-scripts.ts';
import { requireWorkspace } from './workspace-scripts.ts';

/**
 * Stores a new key, which must be random.
 * @throws {AdministrationError} if there is no such workspace, or it already has a key with this name
 */
export function* createKey(tables: OwnTables, at: WorkspaceName, requested: NewKey, key: string): Script<IssuedKey> {
  const { id, organization, workspace } = yield* requireWorkspace(tables, at);
  const kept = { ...requested, prefix: prefixOf(key), revoked: false };
  const [inserted] = yield insertKey(tables, id, { ...kept, hash: hashOf(key) });
  if (inserted === undefined) {
    const taken = `${organization}/${workspace} already has a key named ${requested.name}`;
    throw new AdministrationError(`${taken}: choose another name, or rotate that key`);
  }
  return { organization, workspace, ...kept, key };
}

/** @throws {AdministrationError} if there is no such workspace */
export function* listKeys(tables: OwnTables, at: WorkspaceName | undefined): Script<readonly KeySummary[]> {
  const workspace = at === undefined ? undefined : yield* requireWorkspace(tables, at);
  const rows = yield selectKeys(tables, workspace === undefined ? sql`TRUE` : sql`id = ${workspace.id}`);
  return rows.map(toKeySummary);
}

/**
 * Replaces a key with a new one, which must be random.
 * @throws {AdministrationError} if there is no such key, or the new key would not be valid
 */
export function* rotateKey(
  tables: OwnTables,
  at: WorkspaceName,
  name: string,
  { key, expiresAt, now }: { readonly key: string; readonly expiresAt: Date | null | undefined; readonly now: Date },
): Script<IssuedKey> {
  const workspace = yield* requireWorkspace(tables, at);
  const before = yield* requireKey(tables, workspace, name);
  const called = `the key ${name} of ${before.organization}/${before.workspace}`;
  if (before.revoked) throw new AdministrationError(`${called} is revoked: create another key`);
  const expires = expiresAt === undefined ? before.expiresAt : (expiresAt ?? undefined);
  if (expires !== undefined && expires <= now)
    throw new AdministrationError(`${called} expired at ${expires.toISOString()}: set an expiry in the future`);
  yield sql`UPDATE ${tables.keys} SET hash = ${hashOf(key)}, prefix = ${prefixOf(key)}, expires_at = ${epochOf(expires)}
    WHERE workspace = ${workspace.id} AND name = ${name}`;
  return { ...before, prefix: prefixOf(key), expiresAt: expires, key };
}

/**
 * Revokes a key, and returns it as it was before the change.
 * @throws {AdministrationError} if there is no such key
 */
export function* revokeKey(tables: OwnTables, at: WorkspaceName, name: string): Script<KeySummary> {
  const workspace = yield* requireWorkspace(tables, at);
  const before = yield* requireKey(tables, workspace, name);
  yield sql`UPDATE ${tables.keys} SET revoked = 1 WHERE workspace = ${workspace.id} AND name = ${name}`;
  return before;
}

function* requireKey(
  tables: OwnTables,
  { id, organization, workspace }: FoundWorkspace,
  name: string,
): Script<KeySummary> {
  const [row] = yield selectKeys(tables, sql`id = ${id} AND name = ${name}`);
  if (row !== undefined) return toKeySummary(row);
  throw new AdministrationError(
    `${organization}/${workspace} has no key named ${name}: list its keys to see their names`,
  );
}
