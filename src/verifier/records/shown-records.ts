import { isObject } from '../../contract/index.ts';
import type { RecordId } from '../../plan/index.ts';
import { isRecordId } from '../../plan/index.ts';
import { parseExactBody } from '../../judge/index.ts';

/** A record as a response shows it. */
export interface ShownRecord {
  readonly id: RecordId;
  readonly data: Readonly<Record<string, unknown>>;
}

const DEEPEST = 4;

/**
 * Returns the records that a body shows, wherever they are in it: a half-finished server may answer `{"items": […]}`, a bare
 * array, or a byte order mark before the JSON. Records inside other records, such as expanded ones, are left out.
 */
export function shownRecords(body: string): readonly ShownRecord[] {
  return recordsWithin(parseExactBody(body.replace(/^\uFEFF/, '')), 0);
}

/** Returns every string and number in a value, as text. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

function recordsWithin(value: unknown, depth: number): readonly ShownRecord[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each) => recordsWithin(each, depth + 1));
  if (!isObject(value)) return [];
  if (isRecordId(value.id)) return [{ id: value.id, data: value }];
  return Object.values(value).flatMap((each) => recordsWithin(each, depth + 1));
}
