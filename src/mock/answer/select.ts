import type { Expansion } from '../../workspace/index.ts';
import { pickFields } from '../../workspace/index.ts';
import type { Selection } from '../request/read-selection.ts';
import type { ExampleRecords, StoredRecord } from './example-records.ts';
import { recordWithId } from './example-records.ts';

/** Adds the records that `expand` names, then keeps only what `fields` names. */
export function select({ expansion, fields }: Selection, record: StoredRecord, records: ExampleRecords): StoredRecord {
  return pickFields(expand(expansion, record, records), fields);
}

function expand(expansion: Expansion, record: StoredRecord, records: ExampleRecords): StoredRecord {
  const added = expansion.map(({ relation: { name, column, entity, many }, deeper }): readonly [string, unknown] => {
    // Every record has all the examples for its own, so that there is something to show.
    if (many) return [name, records(entity).map((each) => expand(deeper, { ...each, [column]: record.id }, records))];
    const id = record[column];
    return [name, typeof id === 'number' ? expand(deeper, recordWithId(records, entity, id), records) : null];
  });
  return { ...record, ...Object.fromEntries(added) };
}
