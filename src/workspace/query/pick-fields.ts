import { isObject } from '../../contract/index.ts';
import type { PathTree } from './paths.ts';

/** Returns a record with only its id and the columns in `fields`. A relation named without columns keeps all of them. */
export function pickFields(
  record: Readonly<Record<string, unknown>>,
  paths: PathTree,
): Readonly<Record<string, unknown>> {
  if (paths.size === 0) return record;
  const kept = [['id', NOTHING] as const, ...paths].filter(([name]) => Object.hasOwn(record, name));
  return Object.fromEntries(kept.map(([name, deeper]) => [name, pickIn(record[name], deeper)]));
}

function pickIn(value: unknown, paths: PathTree): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => pickIn(each, paths));
  return isObject(value) ? pickFields(value, paths) : value;
}

const NOTHING: PathTree = new Map();
