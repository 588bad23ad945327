import type { RecordValues } from '../store.ts';

/** The value of a column, `undefined` where there is none. A column may be called `toString`, so what is inherited is none. */
export function valueOf(values: RecordValues, column: string): unknown {
  return Object.hasOwn(values, column) ? values[column] : undefined;
}
