import { isObject } from '../../../contract/index.ts';
import { valueOf } from '../record-values.ts';
import type { RecordValues } from '../store.ts';
import { ForeignKeyViolation, ReferencedViolation, UniqueViolation } from '../store-errors.ts';
import { encodeValue } from './column-codec.ts';
import type { Place } from './place.ts';
import { quoted, tableOf } from './table.ts';

// https://www.sqlite.org/rescode.html#constraint_unique and those around it
const CONSTRAINT_FOREIGNKEY = 787;
const CONSTRAINT_PRIMARYKEY = 1555;
const CONSTRAINT_UNIQUE = 2067;

/**
 * Turns the failure of a constraint, when a record was written, into the error that names the column. SQLite only says which
 * kind failed; which column it was is looked up in the transaction that failed, so nobody can have changed it meanwhile.
 * Any other error comes back as it is. `ownId` is the record's, where it already has one.
 */
export function writeViolation(place: Place, values: RecordValues, ownId: number | undefined, error: unknown): unknown {
  const code = resultCode(error);
  if (code === CONSTRAINT_UNIQUE || code === CONSTRAINT_PRIMARYKEY) return duplicate(place, values, ownId) ?? error;
  if (code === CONSTRAINT_FOREIGNKEY) return missingReference(place, values) ?? error;
  return error;
}

/** Turns the failure of a foreign key, when a record was deleted, into the error that names a column which references it. */
export function deleteViolation({ connection, collection, entities }: Place, id: number, error: unknown): unknown {
  if (resultCode(error) !== CONSTRAINT_FOREIGNKEY) return error;
  for (const entity of entities) {
    const table = tableOf({ workspace: collection.workspace, entity });
    for (const { name, references } of entity.columns) {
      if (references !== collection.entity.name) continue;
      const sql = `SELECT 1 FROM ${table} WHERE ${quoted(name)} = ? LIMIT 1`;
      if (connection.get(sql, BigInt(id)) !== undefined) return new ReferencedViolation(id, name, entity.table);
    }
  }
  return error;
}

function duplicate(
  { connection, collection }: Place,
  values: RecordValues,
  ownId: number | undefined,
): UniqueViolation | undefined {
  const column = collection.entity.columns.find((each) => {
    if (each.unique !== true) return false;
    const sql = `SELECT 1 FROM ${tableOf(collection)} WHERE ${quoted(each.name)} = ? AND id IS NOT ?`;
    const own = ownId === undefined ? null : BigInt(ownId);
    return connection.get(sql, encodeValue(each, valueOf(values, each.name)), own) !== undefined;
  });
  return column === undefined ? undefined : new UniqueViolation(column.name, String(valueOf(values, column.name)));
}

function missingReference(
  { connection, collection, entities }: Place,
  values: RecordValues,
): ForeignKeyViolation | undefined {
  for (const column of collection.entity.columns) {
    const entity = entities.find(({ name }) => name === column.references);
    const id = encodeValue(column, valueOf(values, column.name));
    if (entity === undefined || id === null) continue;
    const referenced = tableOf({ workspace: collection.workspace, entity });
    if (connection.get(`SELECT 1 FROM ${referenced} WHERE id = ?`, id) === undefined)
      return new ForeignKeyViolation(column.name, String(valueOf(values, column.name)), entity.table);
  }
  return undefined;
}

function resultCode(error: unknown): unknown {
  return isObject(error) ? error.errcode : undefined;
}
