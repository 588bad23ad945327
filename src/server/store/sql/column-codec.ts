import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';

import type { ColumnDefinition, ColumnType } from '../../../workspace/index.ts';
import { scaleOf } from '../../../workspace/index.ts';

interface ColumnCodec {
  /** The type of the SQL column, in a STRICT table. */
  readonly sqlType: 'TEXT' | 'INTEGER';
  encode(value: unknown, column: ColumnDefinition): SQLInputValue;
  decode(value: SQLOutputValue, column: ColumnDefinition): unknown;
}

const text: ColumnCodec = { sqlType: 'TEXT', encode: String, decode: String };

/**
 * How the values of each type of column are kept. Numbers are integers, so that comparing and ordering them is exact: a
 * DECIMAL without its point, a TIMESTAMP as milliseconds since 1970. They are bound as BigInt, because a number would be bound
 * as a double.
 */
const codecs: Readonly<Record<ColumnType, ColumnCodec>> = {
  TEXT: text,
  DATE: text,
  INTEGER: { sqlType: 'INTEGER', encode: (value) => BigInt(Number(value)), decode: Number },
  BOOLEAN: { sqlType: 'INTEGER', encode: (value) => (value === true ? 1n : 0n), decode: (value) => value === 1n },
  DECIMAL: {
    sqlType: 'INTEGER',
    encode: (value, column) => BigInt(Number(value).toFixed(scaleOf(column)).replace('.', '')),
    decode: (value, column) => Number(`${String(value)}e-${scaleOf(column)}`),
  },
  TIMESTAMP: {
    sqlType: 'INTEGER',
    encode: (value) => BigInt(Date.parse(String(value))),
    // Whole seconds are answered as they are mostly sent, without the milliseconds.
    decode: (value) => new Date(Number(value)).toISOString().replace('.000Z', 'Z'),
  },
};

/** The type of the SQL column that holds a column. */
export function sqlTypeOf({ type }: ColumnDefinition): string {
  return codecs[type].sqlType;
}

/** A valid value of a column as it is bound to a statement. */
export function encodeValue(column: ColumnDefinition, value: unknown): SQLInputValue {
  return value === null || value === undefined ? null : codecs[column.type].encode(value, column);
}

/** A value that was read from the database, integers as BigInt, as it is answered. */
export function decodeValue(column: ColumnDefinition, value: SQLOutputValue | undefined): unknown {
  return value === null || value === undefined ? null : codecs[column.type].decode(value, column);
}
