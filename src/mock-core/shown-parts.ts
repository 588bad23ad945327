import type { EntityDefinition, Expansion, PathTree, WorkspaceDefinition } from '../workspace/portable/index.ts';
import { pickFields, readExpansion, readFields } from '../workspace/portable/index.ts';
import type { Records } from './records.ts';
import type { StoredRecord } from './stored-record.ts';

/** Which parts of a record a response includes, and which related records. */
export interface ShownParts {
  readonly expansion: Expansion;
  /** Empty for the whole record. */
  readonly fields: PathTree;
}

/**
 * Reads `expand` and `fields`, which the schemas of the contract cannot validate, because they name columns and relations.
 * @throws `badRequest`
 */
export function readShownParts(
  workspace: WorkspaceDefinition,
  entity: EntityDefinition,
  query: Readonly<Record<string, string>>,
): ShownParts {
  const { expand, fields } = query;
  return {
    expansion: expand === undefined ? [] : readExpansion(workspace, entity, expand),
    fields: fields === undefined ? new Map() : readFields(workspace, entity, fields),
  };
}

/** Adds the records that `expand` names, then keeps only what `fields` names. */
export function showParts({ expansion, fields }: ShownParts, record: StoredRecord, records: Records): StoredRecord {
  return pickFields(expanded(expansion, record, records), fields);
}

function expanded(expansion: Expansion, record: StoredRecord, records: Records): StoredRecord {
  const added = expansion.map(({ relation: { name, column, entity, many }, deeper }): readonly [string, unknown] => {
    if (many) {
      const own = records.all(entity).filter((each) => each[column] === record.id);
      return [name, own.map((each) => expanded(deeper, each, records))];
    }
    const id = record[column];
    const related = typeof id === 'number' ? records.withId(entity, id) : undefined;
    return [name, related === undefined ? null : expanded(deeper, related, records)];
  });
  return { ...record, ...Object.fromEntries(added) };
}
