import { isObject } from '../contract/index.ts';
import type { AncestorIds } from './ancestors.ts';
import { compute, entityOf, isAncestorId, isComputed } from './computed-value.ts';
import type { RecordId } from './record-id.ts';
import type { Values } from './target.ts';

/** The fewest and the most digits that `{run:N}` can stand for. Fewer would not be unique to a record and a run. */
export const runDigits = { fewest: 6, most: 40 } as const;

/**
 * Replaces `{run}`, `{run:N}` and `{parent}` in every string of a target file's values, at any depth. A string that is exactly
 * `{parent}` becomes the id itself, which may be a number.
 * @param run digits that are unique to the record; their last ones differ the most
 * @param ancestors the ids of the ancestors that the values name
 */
export function fillValues(values: Values, run: string, parentId?: RecordId, ancestors?: AncestorIds): Values {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      isAncestorId(value) ? ancestors?.get(entityOf(value)) : fill(value, run, parentId),
    ]),
  );
}

/** Whether any string of a target file's values contains `{parent}`. */
export function namesParent(values: Values): boolean {
  return textsIn(values).some((text) => text.includes(PARENT));
}

/** Whether a string contains `{run}` or `{run:N}`. */
export function namesRun(text: string): boolean {
  return RUN.test(text);
}

/** Returns every placeholder in a target file's values that looks like `{run}` or `{parent}` and is neither. */
export function unknownPlaceholders(values: unknown): readonly string[] {
  return textsIn(values)
    .flatMap((text) => text.match(/\{[^{}]*\}/g) ?? [])
    .filter((each) => /^\{\s*(?:run|parent)/i.test(each) && !isPlaceholder(each));
}

const PARENT = '{parent}';
const RUN = /\{run(?::\d+)?\}/;

function isPlaceholder(text: string): boolean {
  if (text === '{run}' || text === PARENT) return true;
  const digits = Number(/^\{run:(\d+)\}$/.exec(text)?.[1]);
  return digits >= runDigits.fewest && digits <= runDigits.most;
}

function fill(value: unknown, run: string, parentId: RecordId | undefined): unknown {
  if (isComputed(value)) return compute(value, run);
  if (Array.isArray(value)) return value.map((each) => fill(each, run, parentId));
  if (isObject(value)) return fillValues(value, run, parentId);
  if (typeof value !== 'string') return value;
  if (value === PARENT && parentId !== undefined) return parentId;
  const withRun = value.replace(/\{run(?::(\d+))?\}/g, (_placeholder, digits: string | undefined) =>
    digits === undefined ? run : lastDigits(run, Number(digits)),
  );
  return parentId === undefined ? withRun : withRun.replaceAll(PARENT, String(parentId));
}

/** A zero in front could be lost in a column for numbers, so longer texts are filled up with ones. */
function lastDigits(run: string, count: number): string {
  return run.slice(-count).padStart(count, '1');
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
