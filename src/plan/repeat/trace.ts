import { isObject } from '../../contract/index.ts';
import type { PlannedRequest } from '../planned-case.ts';
import { parseExactJson, writeExactJson } from '../record-id.ts';
import type { RecordId } from '../record-id.ts';
import type { Target } from '../target.ts';

/** A record that the run created, and deleted at its end. */
export interface CreatedByRun {
  readonly id: RecordId;
  /** The request that created it. */
  readonly request: PlannedRequest;
}

/** How a request shows that it uses a record. */
export interface Trace {
  readonly record: CreatedByRun;
  readonly collection: string;
  /** The path of the record. */
  readonly path: string;
  /** The digits of the run in one of its values. */
  readonly digits: string | undefined;
  /** Its values with the digits of the run, which a request repeats to provoke a duplicate. */
  readonly values: readonly { readonly inBody: string; readonly inPath: string }[];
}

export function traceOf(target: Target, record: CreatedByRun): Trace {
  const { request: creation } = record;
  const json = parseExactJson(creation.body ?? '');
  const values = Object.values(isObject(json) ? json : {}).filter(runValuesOf(target));
  return {
    record,
    ...placeOf(record),
    digits: DIGITS.exec(values[0] ?? '')?.[0],
    values: values.map((value) => ({ inBody: JSON.stringify(value), inPath: encodeURIComponent(value) })),
  };
}

export function placeOf({ id, request }: CreatedByRun): Pick<Trace, 'collection' | 'path'> {
  const [collection = ''] = request.path.split('?');
  return { collection, path: `${collection}/${encodeURIComponent(String(id).toWellFormed())}` };
}

/** The digits of a run, in a value of a record. */
export const DIGITS = /\d{10,}/;

/**
 * Returns a function that finds out whether a value contains the digits of the run. Others may have many digits, too, such as a number
 * or a telephone number of the target file, and records of somebody else may have the same.
 */
export function runValuesOf({ entity, reference }: Target): (value: unknown) => value is string {
  const declared = writeExactJson([entity, reference]);
  return (value): value is string =>
    typeof value === 'string' && DIGITS.test(value) && !declared.includes(JSON.stringify(value));
}

/** Whether a request repeats a value of a record that contains the digits of the run: to provoke a duplicate. */
export function hasValueOf({ path, body = '' }: PlannedRequest, { values }: Trace): boolean {
  return values.some(({ inBody, inPath }) => body.includes(inBody) || path.includes(inPath));
}

export function isPathOf(record: string, path: string): boolean {
  return path === record || path.startsWith(`${record}?`);
}

/** Whether a path has the entity of a record, whatever the case of its name, and in whatever workspace. */
export function isSameEntity(path: string, trace: Pick<Trace, 'collection'>): boolean {
  return entityAt(path, trace) === entityAt(trace.collection, trace);
}

/** Returns the name of the entity in a path, in lower case, where the collection of a record has its own. */
export function entityAt(path: string, { collection }: Pick<Trace, 'collection'>): string {
  const name = path.toLowerCase().split(/[/?]/)[collection.split('/').length - 1] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
