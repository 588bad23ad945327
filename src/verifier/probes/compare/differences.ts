import { isObject } from '../../../contract/index.ts';
import { writeExactJson } from '../../../plan/index.ts';
import { valueText } from '../../../judge/index.ts';

type Columns = Readonly<Record<string, unknown>>;

/** Describes the columns in which two versions of a record differ; empty if none do. The order of members is irrelevant. */
export function differences(columns: readonly string[], one: Columns | undefined, other: Columns | undefined): string {
  if (other === undefined) return 'the record is missing';
  if (one === undefined) return 'the earlier response has no record';
  return columns
    .filter((column) => !same(one[column], other[column]))
    .map((column) => `${column} was ${valueText(one[column])}, then ${valueText(other[column])}`)
    .join('; ');
}

function same(one: unknown, other: unknown): boolean {
  return writeExactJson(ordered(one)) === writeExactJson(ordered(other));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, ordered(each)] as const);
  return entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
