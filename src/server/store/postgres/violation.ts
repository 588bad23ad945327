import { DatabaseError } from 'pg';

import { valueOf } from '../sql/record-values.ts';
import type { Collection, RecordValues } from '../store.ts';
import { ForeignKeyViolation, ReferencedViolation, UniqueViolation } from '../store-errors.ts';
import { referenceName, uniqueName } from './constraint-names.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const FOREIGN_KEY_VIOLATION = '23503';
const UNIQUE_VIOLATION = '23505';

/**
 * Converts a constraint failure of a write into the error that names the column, which is found by the name of the constraint.
 * Returns any other error unchanged.
 */
export function writeViolation({ entity, entities }: Collection, values: RecordValues, error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { code, constraint } = error;
  const constraintNameOf =
    code === UNIQUE_VIOLATION ? uniqueName : code === FOREIGN_KEY_VIOLATION ? referenceName : undefined;
  const column = entity.columns.find((each) => constraintNameOf?.(entity, each) === constraint);
  if (column === undefined || constraint === undefined) return error;
  const value = String(valueOf(values, column.name));
  if (code === UNIQUE_VIOLATION) return new UniqueViolation(column.name, value);
  const referenced = entities.find(({ name }) => name === column.references);
  return referenced === undefined ? error : new ForeignKeyViolation(column.name, value, referenced.table);
}

/** Converts a foreign key failure of a delete into the error that names the column that references the record. */
export function deleteViolation({ entities }: Collection, id: number, error: unknown): unknown {
  if (!(error instanceof DatabaseError) || error.code !== FOREIGN_KEY_VIOLATION) return error;
  for (const entity of entities) {
    const column = entity.columns.find((each) => referenceName(entity, each) === error.constraint);
    if (column !== undefined) return new ReferencedViolation(id, column.name, entity.table);
  }
  return error;
}
