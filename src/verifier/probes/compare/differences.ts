import { isObject } from '../../../contract/index.ts';

type Columns = Readonly<Record<string, unknown>>;

/** In which columns two answers about one record differ, in words; empty where in none. The order of members says nothing. */
export function differences(columns: readonly string[], one: Columns | undefined, other: Columns | undefined): string {
  if (one === undefined || other === undefined) return other === undefined ? 'not there' : 'not answered';
  return columns
    .filter((column) => !same(one[column], other[column]))
    .map((column) => `${column} ${JSON.stringify(one[column])}, then ${JSON.stringify(other[column])}`)
    .join('; ');
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, ordered(each)] as const);
  return entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
