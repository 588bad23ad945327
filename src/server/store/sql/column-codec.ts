import type { ColumnDefinition, ColumnType } from '../../../workspace/index.ts';
import { scaleOf } from '../../../workspace/index.ts';
import type { SqlValue } from './sql.ts';

interface ColumnCodec {
  readonly storage: Storage;
  encode(value: unknown, column: ColumnDefinition): SqlValue;
  decode(value: unknown, column: ColumnDefinition): unknown;
}

/** What a database keeps: text, ordered by its bytes in UTF-8, or integers of 64 bits. */
export type Storage = 'text' | 'integer';

const text: ColumnCodec = { storage: 'text', encode: String, decode: String };

/**
 * How the values of each type of column are kept, the same in every database. Numbers are integers, so that comparing and
 * ordering them is exact: a DECIMAL without its point, a TIMESTAMP as milliseconds since 1970. They are bound as BigInt,
 * because a number would be bound as a double.
 */
const codecs: Readonly<Record<ColumnType, ColumnCodec>> = {
  TEXT: text,
  DATE: text,
  INTEGER: { storage: 'integer', encode: (value) => BigInt(Number(value)), decode: Number },
  BOOLEAN: { storage: 'integer', encode: (value) => (value === true ? 1n : 0n), decode: (value) => value === 1n },
  DECIMAL: {
    storage: 'integer',
    encode: (value, column) => BigInt(Number(value).toFixed(scaleOf(column)).replace('.', '')),
    decode: (value, column) => Number(`${String(value)}e-${scaleOf(column)}`),
  },
  TIMESTAMP: {
    storage: 'integer',
    encode: (value) => BigInt(Date.parse(String(value))),
    // Whole seconds are answered as they are mostly sent, without the milliseconds.
    decode: (value) => new Date(Number(value)).toISOString().replace('.000Z', 'Z'),
  },
};

/** How a column is kept. */
export function storageOf({ type }: ColumnDefinition): Storage {
  return codecs[type].storage;
}

/** A valid value of a column as it is bound to a statement. */
export function encodeValue(column: ColumnDefinition, value: unknown): SqlValue {
  return value === null || value === undefined ? null : codecs[column.type].encode(value, column);
}

/** A value that was read from the database as it is answered. */
export function decodeValue(column: ColumnDefinition, value: unknown): unknown {
  return value === null || value === undefined ? null : codecs[column.type].decode(value, column);
}
