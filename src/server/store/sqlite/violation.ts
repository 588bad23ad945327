import { isObject } from '../../../contract/index.ts';
import { encodeValue } from '../sql/column-codec.ts';
import { valueOf } from '../sql/record-values.ts';
import { quoted, sql } from '../sql/sql.ts';
import type { Collection, RecordValues } from '../store.ts';
import { ForeignKeyViolation, ReferencedViolation, UniqueViolation } from '../store-errors.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { tableOf } from './table.ts';

// https://www.sqlite.org/rescode.html#constraint_unique and those around it
const CONSTRAINT_FOREIGNKEY = 787;
const CONSTRAINT_PRIMARYKEY = 1555;
const CONSTRAINT_UNIQUE = 2067;

/**
 * Converts a constraint failure of a write into the error that names the column. SQLite reports only the kind of constraint.
 * The column is found by queries in the same transaction, so no other write can interfere. Returns any other error unchanged.
 * `ownId` is the id of the record, if it already has one.
 */
export function writeViolation(
  connection: SqliteConnection,
  collection: Collection,
  values: RecordValues,
  ownId: number | undefined,
  error: unknown,
): unknown {
  const code = resultCode(error);
  if (code === CONSTRAINT_UNIQUE || code === CONSTRAINT_PRIMARYKEY)
    return duplicate(connection, collection, values, ownId) ?? error;
  if (code === CONSTRAINT_FOREIGNKEY) return missingReference(connection, collection, values) ?? error;
  return error;
}

/** Converts a foreign key failure of a delete into the error that names a column that references the record. */
export function deleteViolation(
  connection: SqliteConnection,
  collection: Collection,
  id: number,
  error: unknown,
): unknown {
  if (resultCode(error) !== CONSTRAINT_FOREIGNKEY) return error;
  for (const entity of collection.entities) {
    const table = tableOf(collection.workspace, entity).name;
    for (const { name, references } of entity.columns) {
      if (references !== collection.entity.name) continue;
      const referencing = sql`SELECT 1 FROM ${table} WHERE ${quoted(name)} = ${BigInt(id)} LIMIT 1`;
      if (connection.get(referencing) !== undefined) return new ReferencedViolation(id, name, entity.table);
    }
  }
  return error;
}

function duplicate(
  connection: SqliteConnection,
  { workspace, entity }: Collection,
  values: RecordValues,
  ownId: number | undefined,
): UniqueViolation | undefined {
  const own = ownId === undefined ? null : BigInt(ownId);
  const column = entity.columns.find((each) => {
    if (each.unique !== true) return false;
    const value = encodeValue(each, valueOf(values, each.name));
    const others = sql`SELECT 1 FROM ${tableOf(workspace, entity).name} WHERE ${quoted(each.name)} = ${value} AND id IS NOT ${own}`;
    return connection.get(others) !== undefined;
  });
  return column === undefined ? undefined : new UniqueViolation(column.name, String(valueOf(values, column.name)));
}

function missingReference(
  connection: SqliteConnection,
  { workspace, entity, entities }: Collection,
  values: RecordValues,
): ForeignKeyViolation | undefined {
  for (const column of entity.columns) {
    const referenced = entities.find(({ name }) => name === column.references);
    const id = encodeValue(column, valueOf(values, column.name));
    if (referenced === undefined || id === null) continue;
    if (connection.get(sql`SELECT 1 FROM ${tableOf(workspace, referenced).name} WHERE id = ${id}`) === undefined)
      return new ForeignKeyViolation(column.name, String(valueOf(values, column.name)), referenced.table);
  }
  return undefined;
}

function resultCode(error: unknown): unknown {
  return isObject(error) ? error.errcode : undefined;
}
