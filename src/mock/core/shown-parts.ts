import type { EntityDefinition, Expansion, PathTree, WorkspaceDefinition } from '../../workspace/index.ts';
import { pickFields, readExpansion, readFields, readFilter, readSort } from '../../workspace/index.ts';
import type { ExampleRecords, StoredRecord } from './example-records.ts';
import { recordWithId } from './example-records.ts';

/** Which parts of a record are answered, and which other records with it. */
export interface ShownParts {
  readonly expansion: Expansion;
  /** Empty where the whole record is. */
  readonly fields: PathTree;
}

/**
 * Reads what a query says beyond the schemas of the contract, which cannot know columns and relations. Filters and sorting are
 * read as well, to be refused where they are wrong; the mock carries out neither.
 * @throws `badRequest`
 */
export function readShownParts(
  workspace: WorkspaceDefinition,
  entity: EntityDefinition,
  query: Readonly<Record<string, string>>,
): ShownParts {
  const { sort, expand, fields } = query;
  for (const [name, value] of Object.entries(query)) {
    if (name.startsWith('filter')) readFilter(entity, name, value);
  }
  if (sort !== undefined) readSort(entity, sort);
  return {
    expansion: expand === undefined ? [] : readExpansion(workspace, entity, expand),
    fields: fields === undefined ? new Map() : readFields(workspace, entity, fields),
  };
}

/** Adds the records that `expand` names, then keeps only what `fields` names. */
export function showParts(
  { expansion, fields }: ShownParts,
  record: StoredRecord,
  records: ExampleRecords,
): StoredRecord {
  return pickFields(expanded(expansion, record, records), fields);
}

function expanded(expansion: Expansion, record: StoredRecord, records: ExampleRecords): StoredRecord {
  const added = expansion.map(({ relation: { name, column, entity, many }, deeper }): readonly [string, unknown] => {
    // Every record has all the examples for its own, so that there is something to show.
    if (many) return [name, records(entity).map((each) => expanded(deeper, { ...each, [column]: record.id }, records))];
    const id = record[column];
    return [name, typeof id === 'number' ? expanded(deeper, recordWithId(records, entity, id), records) : null];
  });
  return { ...record, ...Object.fromEntries(added) };
}
