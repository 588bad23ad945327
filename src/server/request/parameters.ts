import { contract } from '../../contract/index.ts';
import type { Entities, EntityDefinition, Expansion, Filter, PathTree, Sort } from '../../workspace/index.ts';
import { readExpansion, readFields, readFilter, readSort, refuseParameter } from '../../workspace/index.ts';

/** The entities that the names in a query refer to. */
type Names = Entities & { readonly entity: EntityDefinition };

/**
 * Reads a whole number from the query.
 * @throws `badRequest` if it is not a whole number, out of range, or sent more than once
 */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
  { minimum, maximum, byDefault }: { minimum: number; maximum: number; byDefault: number },
): number {
  const text = single(query, name);
  if (text === undefined) return byDefault;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= minimum && number <= maximum) return number;
  const range = maximum === Number.MAX_SAFE_INTEGER ? `, ${minimum} or more` : ` from ${minimum} to ${maximum}`;
  return refuseParameter(name, `must be a whole number${range}`);
}

/** How many characters the values of all `like` filters of a request can have together. */
const MAXIMUM_SEARCHED = 255;

/** Reads the filter conditions from the query. @throws `badRequest` */
export function filters(query: URLSearchParams, { entity }: Names): readonly Filter[] {
  const names = [...new Set(query.keys())].filter((name) => name.split('[')[0] === 'filter');
  const maximum = contract.limits.filters;
  if (names.length > maximum) refuseParameter('filter', `must not have more than ${maximum} conditions`);
  const read = names.map((name) => readFilter(entity, name, single(query, name) ?? ''));
  requireShortSearch(names, read);
  return read;
}

/**
 * Limits the characters that all `like` filters of a request search for. The time of a search grows with their number times the
 * length of the stored text.
 */
function requireShortSearch(names: readonly string[], read: readonly Filter[]): void {
  let length = 0;
  for (const [index, { operator, values }] of read.entries()) {
    if (operator === 'like') length += values.join('').length;
    if (length > MAXIMUM_SEARCHED)
      refuseParameter(
        names[index] ?? 'filter',
        `must search for less: all like filters together can have up to ${MAXIMUM_SEARCHED} characters`,
      );
  }
}

/** Reads the sort order from the query; `undefined` if there is none. @throws `badRequest` */
export function sort(query: URLSearchParams, { entity }: Names): Sort | undefined {
  const text = single(query, 'sort');
  return text === undefined ? undefined : readSort(entity, text);
}

/** Reads the relations to expand from the query. @throws `badRequest` */
export function expansion(query: URLSearchParams, names: Names): Expansion {
  const text = single(query, 'expand');
  return text === undefined ? [] : readExpansion(names, names.entity, text);
}

/** Reads the fields to return from the query; an empty tree means all fields. @throws `badRequest` */
export function fields(query: URLSearchParams, names: Names): PathTree {
  const text = single(query, 'fields');
  return text === undefined ? new Map() : readFields(names, names.entity, text);
}

function single(query: URLSearchParams, name: string): string | undefined {
  const [text, ...others] = query.getAll(name);
  return others.length > 0 ? refuseParameter(name, 'must not be given more than once') : text;
}
