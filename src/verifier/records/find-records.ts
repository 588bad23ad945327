import { isObject } from '../../contract/index.ts';
import type { PlannedRequest, Target } from '../../plan/index.ts';
import { parseBody } from '../judge/parse-body.ts';
import type { Exchange } from '../judge/exchange.ts';
import { authorized } from './own-request.ts';
import { sameText } from './same-text.ts';

const PAGE_SIZE = 100;
const MOST_PAGES = 5;

/** A record that was found in a list. */
export interface FoundRecord {
  readonly id: string | number;
  /** Which of the values it has, as it was looked for: the record itself may write it in other case. */
  readonly value: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Finds the records of an entity that have one of some values in a column: by filter where the target can, else on the last
 * pages, where new records stand.
 * @param collection the raw path of the entity below the base URL
 */
export async function findRecords(
  target: Target,
  send: (request: PlannedRequest) => Promise<Exchange>,
  {
    collection,
    column,
    values,
  }: { readonly collection: string; readonly column: string; readonly values: readonly string[] },
): Promise<readonly FoundRecord[]> {
  const wanted = new Set(values);
  const found = new Map<string, FoundRecord>();
  const collect = (data: unknown): void => {
    if (!Array.isArray(data)) return;
    for (const each of data.filter(isObject)) {
      const { id } = each;
      const value = values.find((one) => sameText(one, String(each[column])));
      if (value === undefined) continue;
      if (typeof id === 'string' || typeof id === 'number') found.set(String(id), { id, value, data: each });
    }
  };
  const list = async (query: string): Promise<Record<string, unknown> | undefined> => {
    const path = `${collection}?${query}`;
    const exchange = await send({ method: 'GET', path, headers: authorized(target, path) });
    const json =
      'response' in exchange && exchange.response.status === 200 ? parseBody(exchange.response.body) : undefined;
    return isObject(json) ? json : undefined;
  };
  for (const value of wanted) {
    const answer = await list(`${encodeURIComponent(`filter[${column}]`)}=${encodeURIComponent(value)}`);
    if (answer === undefined) break;
    collect(answer.data);
  }
  const firstPage = found.size >= wanted.size ? undefined : await list(`size=${PAGE_SIZE}`);
  const totalPages = isObject(firstPage?.meta) ? Number(firstPage.meta.totalPages) : 0;
  if (totalPages > 0) collect(firstPage?.data);
  for (let page = totalPages - 1; page >= Math.max(1, totalPages - MOST_PAGES); page -= 1) {
    collect((await list(`size=${PAGE_SIZE}&page=${page}`))?.data);
  }
  return [...found.values()];
}
