import type { ColumnDefinition, EntityDefinition } from '../../../workspace/index.ts';
import type { RecordValues } from '../store.ts';
import { encodeValue } from './column-codec.ts';
import { valueOf } from './record-values.ts';
import type { Sql } from './sql.ts';
import { join, quoted, sql } from './sql.ts';
import type { Table } from './table.ts';

/** Reads the record with an id. */
export function selectRecord(table: Table, id: number): Sql {
  const { texts, values } = selectAnyRecord(table);
  return { texts, values: values.with(-1, BigInt(id)) };
}

/** The same for id 0: the id is the last value, and all that differs from one to the next. */
function selectAnyRecord(table: Table): Sql {
  const known = selectByTable.get(table);
  if (known !== undefined) return known;
  const select = sql`SELECT ${columnsOf(table)} FROM ${table.name} WHERE ${ofId(table, 0)}`;
  selectByTable.set(table, select);
  return select;
}

const selectByTable = new WeakMap<Table, Sql>();

/** Writes a new record and answers it. */
export function insertRecord(table: Table, values: RecordValues): Sql {
  const { newRow, entity } = table;
  const columns = [...newRow.map(({ column }) => column), ...entity.columns.map(({ name }) => quoted(name))];
  const row = [...newRow.map(({ value }) => value), ...entity.columns.map((column) => valueIn(column, values))];
  return sql`INSERT INTO ${table.name} (${join(columns, ', ')}) VALUES (${join(row, ', ')}) RETURNING ${columnsOf(table)}`;
}

/** Changes the columns that have a value, and answers the record; where none has, it is only read. */
export function updateRecord(table: Table, id: number, values: RecordValues): Sql {
  const columns = table.entity.columns.filter(({ name }) => valueOf(values, name) !== undefined);
  if (columns.length === 0) return selectRecord(table, id);
  const changes = columns.map((column) => sql`${quoted(column.name)} = ${valueIn(column, values)}`);
  return sql`UPDATE ${table.name} SET ${join(changes, ', ')} WHERE ${ofId(table, id)} RETURNING ${columnsOf(table)}`;
}

/** Deletes a record and answers its id. */
export function deleteRecord(table: Table, id: number): Sql {
  return sql`DELETE FROM ${table.name} WHERE ${ofId(table, id)} RETURNING id`;
}

/** The columns of a record, its id first. */
export function columnsOf({ entity }: Table): Sql {
  const known = columnsByEntity.get(entity);
  if (known !== undefined) return known;
  const columns = join([sql`id`, ...entity.columns.map(({ name }) => quoted(name))], ', ');
  columnsByEntity.set(entity, columns);
  return columns;
}

// Every statement has them, and they never change.
const columnsByEntity = new WeakMap<EntityDefinition, Sql>();

function ofId({ scope }: Table, id: number): Sql {
  return join([...scope, sql`id = ${BigInt(id)}`], ' AND ');
}

function valueIn(column: ColumnDefinition, values: RecordValues): Sql {
  return sql`${encodeValue(column, valueOf(values, column.name))}`;
}
