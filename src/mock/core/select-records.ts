import type { EntityDefinition, Filter, Sort } from '../../workspace/index.ts';
import { ID_COLUMN, readFilter, readSort } from '../../workspace/index.ts';
import type { StoredRecord } from './example-records.ts';

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
 * Carries out the filters and the sorting that concern the id, so that a client can walk through a list: `sort=id,asc` and
 * `filter[id.gt]`. Ignores those of other columns, because the values of the examples mean nothing.
 * @param records in the order of their ids
 */
export function selectRecords({ filters, sort }: Selection, records: readonly StoredRecord[]): readonly StoredRecord[] {
  const selected = records.filter(({ id }) =>
    filters.every(
      ({ column, operator, values }) => column !== ID_COLUMN || tests[operator](Number(id), values.map(Number)),
    ),
  );
  return sort?.column === ID_COLUMN && sort.direction === 'desc' ? selected.toReversed() : selected;
}

/** Whether an id satisfies an operator. No id is null, and `like` has been refused for numbers. */
const tests: Readonly<Record<Filter['operator'], (id: number, values: readonly number[]) => boolean>> = {
  eq: (id, [value]) => id === value,
  neq: (id, [value]) => id !== value,
  gt: (id, [value = NaN]) => id > value,
  gte: (id, [value = NaN]) => id >= value,
  lt: (id, [value = NaN]) => id < value,
  lte: (id, [value = NaN]) => id <= value,
  in: (id, values) => values.includes(id),
  like: () => true,
  isNull: () => false,
  isNotNull: () => true,
};
