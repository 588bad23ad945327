import type { SQLInputValue } from 'node:sqlite';

import type { ColumnDefinition, EntityDefinition } from '../../../workspace/index.ts';
import { valueOf } from '../record-values.ts';
import type { Page, RecordValues, StoredRecord } from '../store.ts';
import { decodeValue, encodeValue } from './column-codec.ts';
import type { Row } from './connection.ts';
import type { Place } from './place.ts';
import { quoted, tableOf } from './table.ts';
import { deleteViolation, writeViolation } from './violation.ts';

/** One page of records; the page and the total are of the same moment. */
export function listRecords({ connection, collection }: Place, page: number, size: number): Page {
  const table = tableOf(collection);
  return connection.transaction('DEFERRED', () => {
    const total = connection.get(`SELECT count(*) AS total FROM ${table}`)?.total;
    const rows = connection.all(
      `SELECT ${selection(collection.entity)} FROM ${table} ORDER BY id LIMIT ? OFFSET ?`,
      BigInt(size),
      BigInt(page) * BigInt(size),
    );
    return { records: rows.map((row) => toRecord(collection.entity, row)), totalElements: Number(total) };
  });
}

/** The record with that id. */
export function getRecord({ connection, collection }: Place, id: number): StoredRecord | undefined {
  const sql = `SELECT ${selection(collection.entity)} FROM ${tableOf(collection)} WHERE id = ?`;
  const row = connection.get(sql, BigInt(id));
  return row === undefined ? undefined : toRecord(collection.entity, row);
}

/** Writes a new record. */
export function createRecord(place: Place, values: RecordValues): StoredRecord {
  return place.connection.transaction('IMMEDIATE', () => {
    try {
      return insertRecord(place, values);
    } catch (error) {
      throw writeViolation(place, values, undefined, error);
    }
  });
}

/** Writes a new record inside a transaction of the caller's. */
export function insertRecord(place: Place, values: RecordValues): StoredRecord {
  const { connection, collection } = place;
  const { columns } = collection.entity;
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const sql = `INSERT INTO ${tableOf(collection)} (${names}) VALUES (${marks})`;
  const record = getRecord(place, connection.run(sql, ...bound(columns, values)).id);
  if (record === undefined) throw new Error('the record that was just written is not there');
  return record;
}

/** Changes the columns that have a value. */
export function updateRecord(place: Place, id: number, values: RecordValues): StoredRecord | undefined {
  const { connection, collection } = place;
  const columns = collection.entity.columns.filter(({ name }) => valueOf(values, name) !== undefined);
  const changes = columns.map(({ name }) => `${quoted(name)} = ?`).join(', ');
  return connection.transaction('IMMEDIATE', () => {
    try {
      if (columns.length > 0) {
        const sql = `UPDATE ${tableOf(collection)} SET ${changes} WHERE id = ?`;
        connection.run(sql, ...bound(columns, values), BigInt(id));
      }
      return getRecord(place, id);
    } catch (error) {
      throw writeViolation(place, values, id, error);
    }
  });
}

/** Deletes a record, and tells whether there was one. */
export function deleteRecord(place: Place, id: number): boolean {
  const { connection, collection } = place;
  return connection.transaction('IMMEDIATE', () => {
    try {
      return connection.run(`DELETE FROM ${tableOf(collection)} WHERE id = ?`, BigInt(id)).changes > 0;
    } catch (error) {
      throw deleteViolation(place, id, error);
    }
  });
}

function selection({ columns }: EntityDefinition): string {
  return ['id', ...columns.map(({ name }) => quoted(name))].join(', ');
}

function bound(columns: readonly ColumnDefinition[], values: RecordValues): SQLInputValue[] {
  return columns.map((column) => encodeValue(column, valueOf(values, column.name)));
}

function toRecord({ columns }: EntityDefinition, row: Row): StoredRecord {
  const values = columns.map((column) => [column.name, decodeValue(column, row[column.name])] as const);
  return { id: Number(row.id), ...Object.fromEntries(values) };
}
