import { describe, expect, it } from '@jest/globals';

import { createClient, eachRecord } from './index.ts';

/** The ids that a server returns for a request. */
type Answer = (query: URLSearchParams, request: number) => readonly number[];

/** Creates a client of a server that returns these ids, and records the query of each request. */
function clientOf(answer: Answer) {
  const asked: string[] = [];
  const fetch = (request: Request) => {
    const { search, searchParams } = new URL(request.url);
    asked.push(decodeURIComponent(search));
    if (asked.length > 20) return Promise.resolve(new Response('<html>'));
    const data = answer(searchParams, asked.length - 1).map((id) => ({ id }));
    const meta = { page: 0, size: 2, totalElements: 1000, totalPages: 500 };
    return Promise.resolve(Response.json({ data, meta }));
  };
  return { asked, client: createClient({ baseUrl: 'http://localhost', fetch, retry: { limit: 0 } }) };
}

/** Answers as a server that stores these records does, two for each request. */
function stored(records: Set<number>): Answer {
  return (query) => {
    const after = [...records].filter((id) => id > Number(query.get('filter[id.gt]') ?? 0)).sort((a, b) => a - b);
    const skipped = Number(query.get('page') ?? 0) * 2;
    return after.slice(skipped, skipped + 2);
  };
}

async function ids(records: AsyncIterable<{ readonly id: number }>): Promise<number[]> {
  const found: number[] = [];
  for await (const { id } of records) found.push(id);
  return found;
}

const CUSTOMER = { entityName: 'Customer' };

describe('eachRecord', () => {
  it('yields every record in the order of the ids, and asks for those after the last one', async () => {
    const { client, asked } = clientOf(stored(new Set([9, 2, 7, 4, 30])));
    expect(await ids(eachRecord(client, { ...CUSTOMER, size: 2 }))).toEqual([2, 4, 7, 9, 30]);
    expect(asked).toEqual([
      '?size=2&sort=id,asc',
      ...[4, 9, 30].map((last) => `?size=2&sort=id,asc&filter[id.gt]=${last}`),
    ]);
  });

  it.each([
    ['deletes each record', (records: Set<number>, id: number) => void records.delete(id)],
    [
      'deletes all records so far',
      (records: Set<number>, id: number) => [...records].map((each) => each <= id && records.delete(each)),
    ],
    ['deletes a record that was already seen', (records: Set<number>, id: number) => void records.delete(id - 1)],
  ])('skips no record while the loop %s', async (_name, change) => {
    const all = [1, 2, 3, 4, 5, 6, 7];
    const records = new Set(all);
    const { client } = clientOf(stored(records));
    const found: number[] = [];
    for await (const { id } of eachRecord(client, CUSTOMER)) {
      found.push(id);
      change(records, id);
    }
    expect(found).toEqual(all);
  });

  it('yields records that are created meanwhile, and none twice', async () => {
    const records = new Set([1, 2, 3]);
    const { client } = clientOf(stored(records));
    const found: number[] = [];
    for await (const { id } of eachRecord(client, CUSTOMER)) {
      found.push(id);
      if (id < 7) records.add(id + 3);
    }
    expect(found).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it.each<[object, string, string]>([
    [{ filter: { age: 30 } }, '?filter[age]=30&sort=id,asc', '?filter[age]=30&filter[id.gt]=2&sort=id,asc'],
    [{ filter: { 'id.lt': '9' } }, '?filter[id.lt]=9&sort=id,asc', '?filter[id.lt]=9&filter[id.gt]=2&sort=id,asc'],
    [{ filter: { 'id.gt': 0 } }, '?filter[id.gt]=0&sort=id,asc', '?filter[id.gt]=2&sort=id,asc'],
    [{ fields: ['name'] }, '?fields=name&sort=id,asc', '?fields=name&sort=id,asc&filter[id.gt]=2'],
    [{ page: 0 }, '?page=0&sort=id,asc', '?sort=id,asc&filter[id.gt]=2'],
    [{ sort: undefined, filter: undefined }, '?sort=id,asc', '?sort=id,asc&filter[id.gt]=2'],
  ])('keeps the rest of the input %j', async (input, first, second) => {
    const { client, asked } = clientOf((_query, request) => (request === 0 ? [1, 2] : []));
    await ids(eachRecord(client, { ...CUSTOMER, ...input }));
    expect(asked).toEqual([first, second]);
  });

  it('starts at the given page', async () => {
    const { client } = clientOf(stored(new Set([1, 2, 3, 4, 5])));
    expect(await ids(eachRecord(client, { ...CUSTOMER, page: 1 }))).toEqual([3, 4, 5]);
  });

  it('ends at the first page without a record, whatever its numbers say', async () => {
    const { client, asked } = clientOf(() => []);
    expect(await ids(eachRecord(client, CUSTOMER))).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('requests no further page after the loop ends', async () => {
    const { client, asked } = clientOf(stored(new Set([1, 2, 3])));
    for await (const { id } of eachRecord(client, CUSTOMER)) if (id === 2) break;
    expect(asked).toHaveLength(1);
  });

  it('passes on the signal of the call', async () => {
    const { client, asked } = clientOf(() => [1]);
    const records = eachRecord(client, CUSTOMER, { signal: AbortSignal.abort() });
    await expect(ids(records)).rejects.toMatchObject({ code: 'ABORTED' });
    expect(asked).toEqual([]);
  });

  it('throws the error of a page that cannot be fetched', async () => {
    const { client } = clientOf((_query, request) => [request + 1]);
    await expect(ids(eachRecord(client, CUSTOMER))).rejects.toMatchObject({ why: 'not-json' });
  });

  it.each<[string, Answer, readonly number[]]>([
    ['ignores the filter', () => [1, 2], [1, 2]],
    ['ignores the sorting', () => [2, 1], []],
    ['repeats a record within a page', () => [1, 1], []],
    ['repeats the last record', (_query, request) => [request + 1, request + 2], [1, 2]],
    ['goes back after some pages', (_query, request) => [[1, 2], [3, 4], [1]][request] ?? [], [1, 2, 3, 4]],
    ['includes one lower id in a page', (_query, request) => (request === 0 ? [5, 6] : [7, 3, 8]), [5, 6]],
    ['counts down', (_query, request) => [100 - request], [100]],
  ])(
    'ends with an UnexpectedResponse if a server %s, and yields nothing of that page',
    async (_name, answer, before) => {
      const { client } = clientOf(answer);
      const found: number[] = [];
      const walk = async () => {
        for await (const { id } of eachRecord(client, CUSTOMER)) found.push(id);
      };
      await expect(walk()).rejects.toMatchObject({
        name: 'UnexpectedResponse',
        why: 'wrong-shape',
        operationId: 'listRecords',
      });
      expect(found).toEqual(before);
    },
  );
});
