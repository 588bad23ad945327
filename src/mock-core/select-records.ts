import type { ColumnDefinition, EntityDefinition, Filter, Sort } from '../workspace/portable/index.ts';
import { readFilter, readSort } from '../workspace/portable/index.ts';
import type { StoredRecord } from './stored-record.ts';

/** Which records a list contains, and in which order. */
export interface Selection {
  readonly filters: readonly Filter[];
  readonly sort: Sort | undefined;
}

/**
 * Reads the filters and the sorting of a list.
 * @throws `badRequest`
 */
export function readSelection(entity: EntityDefinition, query: Readonly<Record<string, string>>): Selection {
  const filters = Object.entries(query)
    .filter(([name]) => name.startsWith('filter'))
    .map(([name, value]) => readFilter(entity, name, value));
  return { filters, sort: query.sort === undefined ? undefined : readSort(entity, query.sort) };
}

/**
 * Returns the records that satisfy every filter, in the order that was asked for.
 * @param records in the order of their ids
 */
export function selectRecords({ filters, sort }: Selection, records: readonly StoredRecord[]): readonly StoredRecord[] {
  const selected = records.filter((record) => filters.every((filter) => satisfies(record, filter)));
  return sort === undefined ? selected : sorted(selected, sort);
}

/** Records without a value come last; records with the same value stay in the order of their ids. */
function sorted(records: readonly StoredRecord[], { column, direction }: Sort): readonly StoredRecord[] {
  const sign = direction === 'asc' ? 1 : -1;
  const isEmpty = (record: StoredRecord): number => (valueOf(record, column) === null ? 1 : 0);
  return records.toSorted((one, other) => {
    if (isEmpty(one) + isEmpty(other) > 0) return isEmpty(one) - isEmpty(other);
    return sign * compare(column, valueOf(one, column), valueOf(other, column));
  });
}

function satisfies(record: StoredRecord, { column, operator, values }: Filter): boolean {
  const value = valueOf(record, column);
  if (operator === 'isNull') return value === null;
  if (value === null) return false;
  return tests[operator](column, value, values);
}

type Test = (column: ColumnDefinition, value: unknown, values: readonly string[]) => boolean;

const test =
  (isRight: (order: number) => boolean): Test =>
  (column, value, [text]) =>
    isRight(compare(column, value, text));

const tests: Readonly<Record<Exclude<Filter['operator'], 'isNull'>, Test>> = {
  eq: test((order) => order === 0),
  neq: test((order) => order !== 0),
  gt: test((order) => order > 0),
  gte: test((order) => order >= 0),
  lt: test((order) => order < 0),
  lte: test((order) => order <= 0),
  in: (column, value, values) => values.some((text) => compare(column, value, text) === 0),
  like: (_column, value, [text = '']) => String(value).includes(text),
  isNotNull: () => true,
};

function valueOf(record: StoredRecord, { name }: ColumnDefinition): unknown {
  return record[name] ?? null;
}

/** Compares two values of a column, each as JSON or as written in a query. Returns a negative number, zero or a positive number. */
function compare({ type }: ColumnDefinition, one: unknown, other: unknown): number {
  switch (type) {
    case 'INTEGER':
    case 'DECIMAL':
      return Number(one) - Number(other);
    case 'TIMESTAMP':
      return Date.parse(String(one)) - Date.parse(String(other));
    default:
      return compareTexts(String(one), String(other));
  }
}

/** Compares texts by their code points, as the server does. */
function compareTexts(one: string, other: string): number {
  const [first, second] = [[...one], [...other]];
  const index = first.findIndex((character, at) => character !== second[at]);
  if (index === -1) return first.length - second.length;
  return (first[index]?.codePointAt(0) ?? -1) - (second[index]?.codePointAt(0) ?? -1);
}
