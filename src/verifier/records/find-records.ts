import { contract, isObject } from '../../contract/index.ts';
import type { Collection, PlannedRequest, RecordId } from '../../plan/index.ts';
import { findRequest, listRequest, recordsIn } from '../../plan/index.ts';
import { parseBody } from '../judge/parse-body.ts';
import type { Exchange } from '../judge/exchange.ts';
import { sameText } from './same-text.ts';

const PAGE_SIZE = contract.limits.size.maximum;
const MOST_PAGES = 5;

/** A record found in a list. */
export interface FoundRecord {
  readonly id: RecordId;
  /** Which of the requested values it has. The record itself may have it in different case. */
  readonly value: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Finds the records of an entity that have one of the given values in a column. Uses a filter if the target supports it, and
 * otherwise searches the first page and the last pages, where new records are.
 */
export async function findRecords(
  send: (request: PlannedRequest) => Promise<Exchange>,
  {
    collection,
    column,
    values,
  }: { readonly collection: Collection; readonly column: string; readonly values: readonly string[] },
): Promise<readonly FoundRecord[]> {
  const wanted = new Set(values);
  const found = new Map<string, FoundRecord>();
  const collect = (body: unknown): void => {
    for (const { id, data } of recordsIn(body)) {
      const value = values.find((one) => sameText(one, String(data[column])));
      if (value !== undefined) found.set(String(id), { id, value, data });
    }
  };
  const list = async (request: PlannedRequest): Promise<Record<string, unknown> | undefined> => {
    const exchange = await send(request);
    const isPage = 'response' in exchange && exchange.response.status === contract.operations.listRecords.success;
    const json = isPage ? parseBody(exchange.response.body) : undefined;
    return isObject(json) ? json : undefined;
  };
  const listPage = (query: Readonly<Record<string, string>>): ReturnType<typeof list> =>
    list(listRequest(collection, { size: String(PAGE_SIZE), ...query }));
  for (const value of wanted) {
    const answer = await list(findRequest(collection, column, value));
    if (answer === undefined) break;
    collect(answer);
  }
  const firstPage = found.size >= wanted.size ? undefined : await listPage({});
  const totalPages = isObject(firstPage?.meta) ? Number(firstPage.meta.totalPages) : 0;
  if (totalPages > 0) collect(firstPage);
  for (let page = totalPages - 1; page >= Math.max(1, totalPages - MOST_PAGES); page -= 1) {
    collect(await listPage({ page: String(page) }));
  }
  return [...found.values()];
}
