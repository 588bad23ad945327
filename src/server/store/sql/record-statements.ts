import type { ColumnDefinition, EntityDefinition } from '../../../workspace/index.ts';
import type { RecordValues } from '../store.ts';
import { encodeValue } from './column-codec.ts';
import { valueOf } from './record-values.ts';
import type { Sql } from './sql.ts';
import { join, quoted, sql } from './sql.ts';
import type { Table } from './table.ts';

/** Selects the record with this id. */
export function selectRecord(table: Table, id: number): Sql {
  const { texts, values } = selectAnyRecord(table);
  return { texts, values: values.with(-1, BigInt(id)) };
}

/** Returns a cached statement with the id 0. Statements for other records differ only in this value, which comes last. */
function selectAnyRecord(table: Table): Sql {
  const cached = selectByTable.get(table);
  if (cached !== undefined) return cached;
  const select = sql`SELECT ${columnsOf(table)} FROM ${table.name} WHERE ${ofId(table, 0)}`;
  selectByTable.set(table, select);
  return select;
}

const selectByTable = new WeakMap<Table, Sql>();

/** Inserts a record and returns it. */
export function insertRecord(table: Table, values: RecordValues): Sql {
  const { newRow, entity } = table;
  const columns = [...newRow.map(({ column }) => column), ...entity.columns.map(({ name }) => quoted(name))];
  const row = [...newRow.map(({ value }) => value), ...entity.columns.map((column) => valueIn(column, values))];
  return sql`INSERT INTO ${table.name} (${join(columns, ', ')}) VALUES (${join(row, ', ')}) RETURNING ${columnsOf(table)}`;
}

/** Changes the columns that have a value, and returns the record. If no column has one, only reads the record. */
export function updateRecord(table: Table, id: number, values: RecordValues): Sql {
  const columns = table.entity.columns.filter(({ name }) => valueOf(values, name) !== undefined);
  if (columns.length === 0) return selectRecord(table, id);
  const changes = columns.map((column) => sql`${quoted(column.name)} = ${valueIn(column, values)}`);
  return sql`UPDATE ${table.name} SET ${join(changes, ', ')} WHERE ${ofId(table, id)} RETURNING ${columnsOf(table)}`;
}

/** Deletes a record and returns its id. */
export function deleteRecord(table: Table, id: number): Sql {
  return sql`DELETE FROM ${table.name} WHERE ${ofId(table, id)} RETURNING id`;
}

/** Lists the columns of a record, starting with its id. */
function columnsOf({ entity }: Table): Sql {
  const cached = columnsByEntity.get(entity);
  if (cached !== undefined) return cached;
  const columns = join([sql`id`, ...entity.columns.map(({ name }) => quoted(name))], ', ');
  columnsByEntity.set(entity, columns);
  return columns;
}

// Every statement uses the columns, and those of one object never change.
const columnsByEntity = new WeakMap<EntityDefinition, Sql>();

function ofId({ scope }: Table, id: number): Sql {
  return join([...scope, sql`id = ${BigInt(id)}`], ' AND ');
}

function valueIn(column: ColumnDefinition, values: RecordValues): Sql {
  return sql`${encodeValue(column, valueOf(values, column.name))}`;
}
