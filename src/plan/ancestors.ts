import { namedAncestors } from './computed-value.ts';
import type { OwnRecord, Unavailable } from './own-record.ts';
import type { RecordId } from './record-id.ts';
import type { Ancestor, Target, Values } from './target.ts';

/** The ancestors of a run by their entity. */
export type AncestorRecords = ReadonlyMap<string, OwnRecord | Unavailable>;

/** The ids of the ancestors that values name, by their entity. */
export type AncestorIds = ReadonlyMap<string, RecordId>;

/** Returns the ids of the ancestors that values name, or why one of them does not exist. */
export function ancestorIdsFor(values: Values, records: AncestorRecords): AncestorIds | Unavailable {
  const ids = new Map<string, RecordId>();
  for (const entity of namedAncestors(values)) {
    const record = records.get(entity) ?? { reason: `no ${entity} could be created for it to reference` };
    if ('reason' in record) return record;
    ids.set(entity, record.id);
  }
  return ids;
}

/**
 * Creates the ancestors of a target one after the other, because each may reference those before it.
 * @param create creates one of them
 */
export async function createAncestors(
  { ancestors = [] }: Pick<Target, 'ancestors'>,
  create: (ancestor: Ancestor, earlier: AncestorRecords) => Promise<OwnRecord | Unavailable>,
): Promise<AncestorRecords> {
  const records = new Map<string, OwnRecord | Unavailable>();
  for (const ancestor of ancestors) records.set(ancestor.entity, await create(ancestor, records));
  return records;
}
