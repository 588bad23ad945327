import type { Expansion } from '../../workspace/index.ts';
import { ID_COLUMN, refuseParameter } from '../../workspace/index.ts';
import type { Collection, RecordValues, Store, StoredRecord } from '../store/store.ts';
import { bytesOf, requireSmall, listSmallPage } from './response-size.ts';

/** How many records `expand` can add to a response. A record that is added in two places counts twice. */
const MAXIMUM_ADDED = 5000;

/** An expanded record, how many records were added to it, and the bytes of all of them. */
interface Expanded {
  readonly record: RecordValues;
  readonly added: number;
  readonly bytes: number;
}

/**
 * Adds related records to records, under the name of the relation: one record or null, or a list of records.
 * @throws `badRequest` if a response cannot contain that many
 */
export async function expandRecords(
  store: Store,
  collection: Collection,
  records: readonly StoredRecord[],
  expansion: Expansion,
): Promise<readonly RecordValues[]> {
  if (expansion.length === 0) return records;
  return (await expand(store, collection, records, expansion)).map(({ record }) => record);
}

async function expand(
  store: Store,
  collection: Collection,
  records: readonly StoredRecord[],
  expansion: Expansion,
): Promise<readonly Expanded[]> {
  let expanded: readonly Expanded[] = records.map((record) => ({
    record,
    added: 0,
    bytes: bytesOf(record),
  }));
  for (const { relation, deeper } of expansion) {
    const related = { ...collection, entity: relation.entity };
    // For a relation to many records, the other entity has the referencing column; for a relation to one, this entity has it.
    const found = relation.many
      ? await readBy(
          store,
          related,
          relation.column,
          records.map(({ id }) => id),
        )
      : await readBy(
          store,
          related,
          ID_COLUMN.name,
          records.map((record) => record[relation.column]),
        );
    const others = await expand(store, related, found, deeper);
    const othersBy = Map.groupBy(
      others,
      (_, index) => found[index]?.[relation.many ? relation.column : ID_COLUMN.name],
    );
    expanded = expanded.map(({ record, added, bytes }, index) => {
      const theirs = othersBy.get(relation.many ? records[index]?.id : records[index]?.[relation.column]) ?? [];
      const values = theirs.map((other) => other.record);
      return {
        record: { ...record, [relation.name]: relation.many ? values : (values[0] ?? null) },
        added: theirs.reduce((sum, other) => sum + other.added + 1, added),
        bytes: theirs.reduce((sum, other) => sum + other.bytes, bytes),
      };
    });
    requireFew(expanded.reduce((sum, { added }) => sum + added, 0));
    requireSmall(
      expanded.reduce((sum, { bytes }) => sum + bytes, 0),
      'expand',
    );
  }
  return expanded;
}

/** Returns the records whose column has one of these values. Nulls match nothing. */
async function readBy(
  store: Store,
  collection: Collection,
  name: string,
  values: readonly unknown[],
): Promise<readonly StoredRecord[]> {
  const distinct = [...new Set(values)].filter((value) => value !== null).map(String);
  if (distinct.length === 0) return [];
  const column = [ID_COLUMN, ...collection.entity.columns].find((each) => each.name === name) ?? ID_COLUMN;
  const query = { filters: [{ column, operator: 'in', values: distinct }], page: 0, size: MAXIMUM_ADDED } as const;
  const { records, totalElements } = await listSmallPage(store, collection, query, 'expand');
  requireFew(totalElements);
  return records;
}

function requireFew(added: number): void {
  if (added > MAXIMUM_ADDED)
    refuseParameter(
      'expand',
      `adds more than ${MAXIMUM_ADDED} records; request a smaller page, or expand fewer relations`,
    );
}
