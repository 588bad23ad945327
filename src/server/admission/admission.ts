import { fail } from '../../contract/index.ts';
import { allowsWrites, modeName } from '../../workspace/index.ts';
import { isWellFormedPath } from '../request/request-path.ts';
import type { Collection, Store, StoredKey } from '../store/store.ts';

/** The parameters in the path of every operation, percent-decoded. */
export interface PathParameters {
  readonly organization: string;
  readonly workspace: string;
  readonly entityName: string;
  /** `undefined` if the path contains no id. */
  readonly id?: string;
}

/** A request to admit: its target as it was sent, and what the router read from it. */
export interface Attempt {
  readonly target: string;
  readonly path: PathParameters;
  readonly write: boolean;
}

/**
 * Checks a request that has a valid key, before its body is read, in the order of the contract: read-only key, access mode,
 * entity. A malformed path cannot name an entity, so it is rejected before the entity is looked up.
 * @throws `readOnlyKey`, `workspaceRestricted`, `badRequest` or `entityNotFound`
 */
export async function admit(attempt: Attempt, key: StoredKey, store: Store): Promise<Collection> {
  if (attempt.write) requireWritable(key);
  if (!isWellFormedPath(attempt.target))
    throw fail('badRequest', { message: 'The path must have well-formed percent escapes and no fragment' });
  const { entityName } = attempt.path;
  const entities = await store.findEntities(key.workspaceId, key.revision);
  const entity = entities.find(({ name }) => name === entityName);
  if (entity === undefined) throw fail('entityNotFound', { entityName });
  return { workspace: key.workspaceId, entity, entities };
}

function requireWritable({ permission, mode }: StoredKey): void {
  if (permission !== 'READ_WRITE') throw fail('readOnlyKey');
  if (!allowsWrites(mode)) throw fail('workspaceRestricted', { mode: modeName(mode) });
}
