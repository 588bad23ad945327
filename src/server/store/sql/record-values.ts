import type { RecordValues } from '../store.ts';

/** Returns the value of a column, or `undefined`. Ignores inherited properties, because a column may be named `toString`. */
export function valueOf(values: RecordValues, column: string): unknown {
  return Object.hasOwn(values, column) ? values[column] : undefined;
}
