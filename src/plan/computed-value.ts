import { isObject } from '../contract/index.ts';
import { NotProvokable } from './not-provokable.ts';
import type { Values } from './target.ts';

const MAKE = Symbol('make');
const ANCESTOR = Symbol('ancestor');

/** A value that a template of text cannot describe: it is computed for each record. */
interface ComputedValue {
  readonly [MAKE]: (run: string) => unknown;
}

/** The id of a record that the run creates before all others. */
interface AncestorId {
  readonly [ANCESTOR]: string;
}

/**
 * Creates a value that differs from record to record and is not text, such as a unique number.
 * @param make returns the value for the digits of a record
 */
export function computed(make: (run: string) => unknown): ComputedValue {
  return { [MAKE]: make };
}

/** Creates the value of a column that must reference a record: the id of the ancestor of that entity. */
export function ancestorId(entity: string): AncestorId {
  return { [ANCESTOR]: entity };
}

/** Whether a value is computed for each record. */
export function isComputed(value: unknown): value is ComputedValue {
  return isObject(value) && MAKE in value;
}

/** Whether a value is the id of an ancestor. */
export function isAncestorId(value: unknown): value is AncestorId {
  return isObject(value) && ANCESTOR in value;
}

/**
 * Computes a value for the digits of a record.
 * @throws {NotProvokable} if the digits are not known yet, as in a document that is run later
 */
export function compute(value: ComputedValue, run: string): unknown {
  if (!/^\d+$/.test(run))
    throw new NotProvokable('a unique value is computed from the digits of a run, which are not known yet');
  return value[MAKE](run);
}

/** Returns the entity of an ancestor. */
export function entityOf(value: AncestorId): string {
  return value[ANCESTOR];
}

/** Returns the entities of all ancestors that values name. */
export function namedAncestors(values: Values): readonly string[] {
  return [...new Set(Object.values(values).flatMap((value) => (isAncestorId(value) ? [entityOf(value)] : [])))];
}
