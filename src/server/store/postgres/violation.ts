import { DatabaseError } from 'pg';

import { valueOf } from '../sql/record-values.ts';
import type { Collection, RecordValues } from '../store.ts';
import { ForeignKeyViolation, ReferencedViolation, UniqueViolation } from '../store-errors.ts';
import { referenceName, uniqueName } from './constraint-names.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const FOREIGN_KEY_BROKEN = '23503';
const UNIQUE_BROKEN = '23505';

/**
 * Turns the failure of a constraint, when a record was written, into the error that names the column, which is known by the
 * name of the constraint. Any other error comes back as it is.
 */
export function writeViolation({ entity, entities }: Collection, values: RecordValues, error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { code, constraint } = error;
  const isConstrained = code === UNIQUE_BROKEN ? uniqueName : code === FOREIGN_KEY_BROKEN ? referenceName : undefined;
  const column = entity.columns.find((each) => isConstrained?.(entity, each) === constraint);
  if (column === undefined || constraint === undefined) return error;
  const value = String(valueOf(values, column.name));
  if (code === UNIQUE_BROKEN) return new UniqueViolation(column.name, value);
  const referenced = entities.find(({ name }) => name === column.references);
  return referenced === undefined ? error : new ForeignKeyViolation(column.name, value, referenced.table);
}

/** Turns the failure of a foreign key, when a record was deleted, into the error that names the column which references it. */
export function deleteViolation({ entities }: Collection, id: number, error: unknown): unknown {
  if (!(error instanceof DatabaseError) || error.code !== FOREIGN_KEY_BROKEN) return error;
  for (const entity of entities) {
    const column = entity.columns.find((each) => referenceName(entity, each) === error.constraint);
    if (column !== undefined) return new ReferencedViolation(id, column.name, entity.table);
  }
  return error;
}
