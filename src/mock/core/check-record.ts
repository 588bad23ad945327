import { fail, internalError } from '../../contract/index.ts';
import type { EntityDefinition, WorkspaceDefinition } from '../../workspace/index.ts';
import { relationsOf, validateRecord } from '../../workspace/index.ts';
import { triggers } from '../triggers/triggers.ts';

/** The entity of a record, and its workspace. */
export interface EntityOfWorkspace {
  readonly workspace: WorkspaceDefinition;
  readonly entity: EntityDefinition;
}

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

/** Checks the values of a record, in this order: all constraints, then unique columns, then references. Throws the first failure. */
export function checkValues(
  { workspace, entity }: EntityOfWorkspace,
  values: Readonly<Record<string, unknown>>,
  purpose: 'create' | 'update',
): void {
  const details = validateRecord(entity, values, purpose);
  if (details.length > 0) throw fail('validationError', { details });
  for (const { name: column, unique } of entity.columns) {
    const value = values[column];
    if (unique === true && typeof value === 'string' && triggers.takenWord.test(value)) {
      throw fail('uniqueConstraintViolation', { column, value });
    }
  }
  for (const { column, entity: referenced } of relationsOf(workspace, entity)) {
    const value = values[column];
    if (value === triggers.missingReference) {
      throw fail('foreignKeyViolation', { column, value, table: referenced.table });
    }
  }
}
