import { fail, internalError } from '../contract/index.ts';
import type { EntityDefinition } from '../workspace/portable/index.ts';
import { relationsOf, validateRecord } from '../workspace/portable/index.ts';
import type { Records } from './records.ts';
import type { EntityOfWorkspace } from './shown-workspaces.ts';
import type { StoredRecord } from './stored-record.ts';
import { hasTakenWord } from './taken-value.ts';
import { triggers } from './triggers.ts';

/**
 * Returns the record with an id, as a request writes it. Without kept records, every positive integer is the id of a record, except the
 * trigger ids.
 */
export function existingRecord(entity: EntityDefinition, id: string, records: Records): StoredRecord {
  const number = Number(id);
  if (!/^[1-9]\d*$/.test(id) || !Number.isSafeInteger(number) || id === triggers.ids.recordNotFound) {
    throw fail('recordNotFound', { id });
  }
  if (id === triggers.ids.internalError) throw internalError();
  // The id that cannot be deleted exists, so that it triggers its failure.
  const record = records.withId(entity, number) ?? (id === triggers.ids.recordReferenced ? { id: number } : undefined);
  if (record === undefined) throw fail('recordNotFound', { id });
  return record;
}

/** Refuses to delete a record that another one references: the record with the trigger id, if another entity can reference it. */
export function checkNotReferenced({ workspace, entity }: EntityOfWorkspace, id: string, records: Records): void {
  for (const other of workspace.entities) {
    for (const { name: column, references } of other.columns) {
      if (references !== entity.name) continue;
      const isReferenced = records.areKept && records.all(other).some((record) => record[column] === Number(id));
      if (isReferenced || id === triggers.ids.recordReferenced)
        throw fail('recordReferenced', { id, column, table: other.table });
    }
  }
}

/**
 * Checks the values of a record, in this order: all constraints, then unique columns, then references. Throws the first failure.
 * @param id the id of the record to update; `undefined` for a new one
 */
export function checkValues(
  { workspace, entity }: EntityOfWorkspace,
  values: StoredRecord,
  records: Records,
  id: number | undefined,
): void {
  const details = validateRecord(entity, values, id === undefined ? 'create' : 'update');
  if (details.length > 0) throw fail('validationError', { details });
  for (const column of entity.columns.filter(({ unique }) => unique === true)) {
    const value = values[column.name];
    if (hasTakenWord(value) || records.hasDuplicate(entity, column, value, id)) {
      throw fail('uniqueConstraintViolation', { column: column.name, value: String(value) });
    }
  }
  for (const { column, entity: referenced } of relationsOf(workspace, entity)) {
    const value = values[column];
    if (typeof value !== 'number') continue;
    if (value === triggers.missingReference || records.withId(referenced, value) === undefined) {
      throw fail('foreignKeyViolation', { column, value, table: referenced.table });
    }
  }
}
