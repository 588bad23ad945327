import { fail, internalError } from '../contract/index.ts';
import type { ColumnDefinition } from '../workspace/portable/index.ts';
import { relationsOf, validateRecord } from '../workspace/portable/index.ts';
import { hasTakenWord, takenText } from './taken-value.ts';
import { triggers } from './triggers.ts';
import type { StoredRecord } from './stored-record.ts';
import type { EntityOfWorkspace } from './shown-workspaces.ts';

/** Reads the id of an existing record. On the mock, every positive integer is the id of a record, except the trigger ids. */
export function existingId(id: string): number {
  const number = Number(id);
  if (!/^[1-9]\d*$/.test(id) || !Number.isSafeInteger(number) || id === triggers.ids.recordNotFound) {
    throw fail('recordNotFound', { id });
  }
  if (id === triggers.ids.internalError) throw internalError();
  return number;
}

/** Refuses to delete the record with the trigger id, if another entity can reference the record's entity. */
export function checkNotReferenced({ workspace, entity }: EntityOfWorkspace, id: string): void {
  if (id !== triggers.ids.recordReferenced) return;
  for (const { columns, table } of workspace.entities) {
    const column = columns.find(({ references }) => references === entity.name);
    if (column !== undefined) throw fail('recordReferenced', { id, column: column.name, table });
  }
}

/**
 * Checks the values of a record, in this order: all constraints, then unique columns, then references. Throws the first failure.
 * @param others the first other record, if there is one
 */
export function checkValues(
  { workspace, entity }: EntityOfWorkspace,
  values: StoredRecord,
  purpose: 'create' | 'update',
  others: readonly StoredRecord[],
): void {
  const details = validateRecord(entity, values, purpose);
  if (details.length > 0) throw fail('validationError', { details });
  for (const column of entity.columns.filter(({ unique }) => unique === true)) {
    const value = values[column.name];
    if (isTaken(column, value, others)) {
      throw fail('uniqueConstraintViolation', { column: column.name, value: String(value) });
    }
  }
  for (const { column, entity: referenced } of relationsOf(workspace, entity)) {
    const value = values[column];
    if (value === triggers.missingReference) {
      throw fail('foreignKeyViolation', { column, value, table: referenced.table });
    }
  }
}

/** Whether a value is a duplicate: it has the word `taken`, or, in a column that cannot hold the word, it is that of the first record. */
function isTaken(column: ColumnDefinition, value: unknown, [first]: readonly StoredRecord[]): boolean {
  if (hasTakenWord(value)) return true;
  const own = first?.[column.name] ?? null;
  return own !== null && value === own && takenText(column, own) === undefined;
}
