import { toRecord } from '../sql/read-rows.ts';
import { deleteRecord, insertRecord, selectRecord, updateRecord } from '../sql/record-statements.ts';
import type { Sql } from '../sql/sql.ts';
import type { Table } from '../sql/table.ts';
import type { Collection, RecordValues, StoredRecord } from '../store.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { tableOf } from './table.ts';
import { deleteViolation, writeViolation } from './violation.ts';

/** Returns the record with this id. */
export function getRecord(connection: SqliteConnection, collection: Collection, id: number): StoredRecord | undefined {
  const table = tableOf(collection.workspace, collection.entity);
  return recordOf(connection, table, selectRecord(table, id));
}

/** Creates a record. Must run inside a transaction. */
export function createRecord(connection: SqliteConnection, collection: Collection, values: RecordValues): StoredRecord {
  const table = tableOf(collection.workspace, collection.entity);
  try {
    const record = recordOf(connection, table, insertRecord(table, values));
    if (record === undefined) throw new Error('the database did not return the record that it wrote');
    return record;
  } catch (error) {
    throw writeViolation(connection, collection, values, undefined, error);
  }
}

/** Changes the columns that have a value. Must run inside a transaction. */
export function changeRecord(
  connection: SqliteConnection,
  collection: Collection,
  id: number,
  values: RecordValues,
): StoredRecord | undefined {
  const table = tableOf(collection.workspace, collection.entity);
  try {
    return recordOf(connection, table, updateRecord(table, id, values));
  } catch (error) {
    throw writeViolation(connection, collection, values, id, error);
  }
}

/** Deletes a record. Returns false if there was no such record. Must run inside a transaction. */
export function removeRecord(connection: SqliteConnection, collection: Collection, id: number): boolean {
  try {
    return connection.get(deleteRecord(tableOf(collection.workspace, collection.entity), id)) !== undefined;
  } catch (error) {
    throw deleteViolation(connection, collection, id, error);
  }
}

function recordOf(connection: SqliteConnection, table: Table, statement: Sql): StoredRecord | undefined {
  const row = connection.get(statement);
  return row === undefined ? undefined : toRecord(table, row);
}
