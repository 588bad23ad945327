import { isObject } from '../contract/index.ts';

/** The id of a record, exactly as a response contains it. Integers that a double cannot hold are a `bigint`. */
export type RecordId = string | number | bigint;

/** Longer ids do not fit into the request line that common servers accept. In characters. */
const LONGEST = 1000;

/**
 * Returns why an id cannot be used, and `undefined` if it can. An id that an intermediary could read as part of the path must not
 * be sent, because the request could reach another record.
 */
export function unusableId(id: RecordId): string | undefined {
  if (typeof id !== 'string') return undefined;
  if (id === '') return 'is empty';
  if (!id.isWellFormed()) return 'contains half a surrogate pair';
  if (id.length > LONGEST) return `has more than ${LONGEST} characters`;
  if (/^\.{1,2}$/.test(id)) return 'is a dot segment of a path';
  return /[/\\%?#\p{Cc}]/u.test(id) ? 'contains a character that can change a path' : undefined;
}

/** Whether a value can be an id. */
export function isRecordId(value: unknown): value is RecordId {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
}

/** Parses JSON and keeps the digits of every integer. Returns `undefined` if the text is not JSON. */
export function parseExactJson(text: string): unknown {
  try {
    // A number that a double cannot hold has at least 16 digits. Parsing with a function takes several times as long.
    return /\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes JSON as `JSON.stringify` does, and a `bigint` as a number with all its digits. */
export function writeExactJson(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'bigint' ? JSON.rawJSON(String(each)) : each,
  );
}

function keepDigits(_name: string, value: unknown, ...[context]: unknown[]): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = isObject(context) ? context.source : undefined;
  return typeof source === 'string' && /^-?\d+$/.test(source) ? BigInt(source) : value;
}
