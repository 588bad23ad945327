import type { ColumnDefinition, ColumnType } from '../../../workspace/index.ts';
import { scaleOf } from '../../../workspace/index.ts';
import type { SqlValue } from './sql.ts';

interface ColumnCodec {
  readonly storage: Storage;
  encode(value: unknown, column: ColumnDefinition): SqlValue;
  decode(value: unknown, column: ColumnDefinition): unknown;
}

/** How a database stores a value: as text, ordered by its UTF-8 bytes, or as a 64-bit integer. */
export type Storage = 'text' | 'integer';

const text: ColumnCodec = { storage: 'text', encode: String, decode: String };

/**
 * How each column type is stored, in every database. Numbers are stored as integers, so that comparing and sorting them is
 * exact: a DECIMAL without its decimal point, a TIMESTAMP as milliseconds since 1970. They are bound as BigInt, because a
 * number would be bound as a double.
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
    // Whole seconds are returned without milliseconds, as most callers send them.
    decode: (value) => new Date(Number(value)).toISOString().replace('.000Z', 'Z'),
  },
};

/** Returns the database type of a column. */
export function storageOf({ type }: ColumnDefinition): Storage {
  return codecs[type].storage;
}

/** Converts a valid value of a column to the value that a statement binds. */
export function encodeValue(column: ColumnDefinition, value: unknown): SqlValue {
  return value === null || value === undefined ? null : codecs[column.type].encode(value, column);
}

/** Converts a value read from the database to the value that a response contains. */
export function decodeValue(column: ColumnDefinition, value: unknown): unknown {
  return value === null || value === undefined ? null : codecs[column.type].decode(value, column);
}
