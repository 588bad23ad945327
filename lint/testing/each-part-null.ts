import { isObject } from '../../src/contract/index.ts';

/** Yields copies of a value, each with a different part set to null: the value itself, then its members, then theirs. */
export function* eachPartNull(value: unknown): Generator<unknown> {
  yield null;
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) {
      for (const changed of eachPartNull(member)) yield value.with(index, changed);
    }
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      for (const changed of eachPartNull(member)) yield { ...value, [key]: changed };
    }
  }
}
