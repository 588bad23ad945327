import { DatabaseError } from 'pg';

import { valueOf } from '../sql/record-values.ts';
import type { Collection, RecordValues } from '../store.ts';
import { ForeignKeyViolation, ReferencedViolation, UniqueViolation } from '../store-errors.ts';
import { referenceName, uniqueName } from './constraint-names.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const MISSING_OR_REFERENCED = '23503';
const DUPLICATE = '23505';

/**
 * Converts a constraint failure of a write into the error that names the column, which is found by the name of the constraint.
 * Returns any other error unchanged.
 */
export function writeViolation({ entity, entities }: Collection, values: RecordValues, error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { code, constraint } = error;
  const constraintNameOf = code === DUPLICATE ? uniqueName : code === MISSING_OR_REFERENCED ? referenceName : undefined;
  const column = entity.columns.find((each) => constraintNameOf?.(entity, each) === constraint);
  if (column === undefined || constraint === undefined) return error;
  const value = String(valueOf(values, column.name));
  if (code === DUPLICATE) return new UniqueViolation(column.name, value);
  const referenced = entities.find(({ name }) => name === column.references);
  return referenced === undefined ? error : new ForeignKeyViolation(column.name, value, referenced.table);
}

/** Converts a foreign key failure of a delete into the error that names the column that references the record. */
export function deleteViolation({ entities }: Collection, id: number, error: unknown): unknown {
  if (!(error instanceof DatabaseError) || error.code !== MISSING_OR_REFERENCED) return error;
  for (const entity of entities) {
    const column = entity.columns.find((each) => referenceName(entity, each) === error.constraint);
    if (column !== undefined) return new ReferencedViolation(id, column.name, entity.table);
  }
  return error;
}
