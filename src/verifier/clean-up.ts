import { isObject } from '../contract/index.ts';
import type { Target } from '../plan/index.ts';
import type { CreatedRecord, CreatedUnseen } from './created-record.ts';
import { parseJson } from './created-record.ts';
import type { Leftover } from './leftover.ts';
import { authorized } from './own-request.ts';
import type { HttpClient } from './senders/http-client.ts';

const PAGE_SIZE = 100;
const MOST_PAGES = 5;

/** Deletes what the run created, the youngest first, so that nothing is deleted that another record still references. */
export async function cleanUp(
  target: Target,
  client: HttpClient,
  created: readonly CreatedRecord[],
  unseen: readonly CreatedUnseen[],
): Promise<readonly Leftover[]> {
  const leftovers: Leftover[] = [];
  const found: CreatedRecord[] = [];
  for (const group of Map.groupBy(unseen, ({ collection }) => collection).values()) {
    try {
      found.push(...(await findAll(target, client, group)));
    } catch (error) {
      const reason = `it was not found again: ${error instanceof Error ? error.message : error}`;
      leftovers.push(...group.map(({ collection, value }) => ({ collection, record: value, reason })));
    }
  }
  const known = new Map([...created, ...found].map((record) => [`${record.collection}/${record.id}`, record]));
  for (const record of [...known.values()].reverse()) {
    const leftover = await deleteOne(target, client, record);
    if (leftover !== undefined) leftovers.push(leftover);
  }
  return leftovers;
}

async function deleteOne(
  target: Target,
  client: HttpClient,
  { collection, id }: CreatedRecord,
): Promise<Leftover | undefined> {
  const path = `${collection}/${encodeURIComponent(id)}`;
  const problem = await client.send({ method: 'DELETE', path, headers: authorized(target, path) }).then(
    (exchange) => {
      if ('failure' in exchange) return exchange.failure;
      const { status } = exchange.response;
      return status < 300 || status === 404 ? undefined : `answered ${status}`;
    },
    (error: Error) => error.message,
  );
  return problem === undefined ? undefined : { collection, record: String(id), reason: problem };
}

/** Finds records by their unique values: by filter where the target can, else on the last pages, where new records stand. */
async function findAll(
  target: Target,
  client: HttpClient,
  unseen: readonly CreatedUnseen[],
): Promise<readonly CreatedRecord[]> {
  const [first] = unseen;
  if (first === undefined) return [];
  const wanted = new Set(unseen.map(({ value }) => value));
  const records: CreatedRecord[] = [];
  const collect = (data: unknown): void => {
    if (!Array.isArray(data)) return;
    for (const each of data.filter(isObject)) {
      const { id } = each;
      const value = each[first.column];
      if (typeof value !== 'string' || !wanted.delete(value)) continue;
      if (typeof id === 'string' || typeof id === 'number') records.push({ collection: first.collection, id });
    }
  };
  const list = async (query: string): Promise<Record<string, unknown> | undefined> => {
    const path = `${first.collection}?${query}`;
    const exchange = await client.send({ method: 'GET', path, headers: authorized(target, path) });
    const json =
      'response' in exchange && exchange.response.status === 200 ? parseJson(exchange.response.body) : undefined;
    return isObject(json) ? json : undefined;
  };
  for (const value of [...wanted]) {
    const filter = `${encodeURIComponent(`filter[${first.column}]`)}=${encodeURIComponent(value)}`;
    const answer = await list(filter);
    if (answer === undefined) break;
    collect(answer.data);
  }
  if (wanted.size === 0) return records;
  const firstPage = await list(`size=${PAGE_SIZE}`);
  const totalPages = isObject(firstPage?.meta) ? Number(firstPage.meta.totalPages) : 0;
  for (let page = totalPages - 1; page >= Math.max(0, totalPages - MOST_PAGES) && wanted.size > 0; page -= 1) {
    collect((await list(`size=${PAGE_SIZE}&page=${page}`))?.data);
  }
  return records;
}
