import { describe, expect, it } from '@jest/globals';

import { createClient, eachPage, eachRecord } from './index.ts';

const BY_NAME = { entityName: 'Customer', sort: 'name,asc' };

/**
 * Creates a client of a server with `total` records, two per page. `answeredPage` changes the page number that the server
 * reports.
 */
function clientOf(total: number, answeredPage = (page: number) => page) {
  const asked: string[] = [];
  const fetch = (request: Request) => {
    const url = new URL(request.url);
    asked.push(url.search);
    const page = answeredPage(Number(url.searchParams.get('page')));
    if (page > 5) return Promise.resolve(new Response('<html>', { status: 200 }));
    const data = Array.from({ length: total }, (_each, index) => ({ id: index + 1 })).slice(page * 2, page * 2 + 2);
    const meta = { page, size: 2, totalElements: total, totalPages: Math.ceil(total / 2) };
    return Promise.resolve(Response.json({ data, meta }));
  };
  return { asked, client: createClient({ baseUrl: 'http://localhost', apiKey: 'key', fetch }) };
}

async function ids(records: AsyncIterable<{ readonly id: number }>): Promise<number[]> {
  const found: number[] = [];
  for await (const { id } of records) found.push(id);
  return found;
}

describe('eachRecord with a sort', () => {
  it('yields every record and requests each page once', async () => {
    const { client, asked } = clientOf(5);
    expect(await ids(eachRecord(client, { ...BY_NAME, size: 2 }))).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual([0, 1, 2].map((page) => `?sort=name%2Casc&size=2&page=${page}`));
  });

  it('yields nothing for an empty list', async () => {
    const { client, asked } = clientOf(0);
    expect(await ids(eachRecord(client, BY_NAME))).toEqual([]);
    expect(asked).toHaveLength(1);
  });
});

describe('eachPage', () => {
  it('starts at the given page', async () => {
    const { client } = clientOf(5);
    const pages: number[] = [];
    for await (const { meta } of eachPage(client, { entityName: 'Customer', page: 1 })) pages.push(meta.page);
    expect(pages).toEqual([1, 2]);
  });

  it('throws the error of a page that cannot be fetched', async () => {
    const { client } = clientOf(100);
    await expect(ids(eachRecord(client, { ...BY_NAME, page: 5 }))).rejects.toMatchObject({
      name: 'UnexpectedResponse',
      why: 'not-json',
    });
  });

  it('stops when a server keeps returning the same page', async () => {
    const { client, asked } = clientOf(5, () => 0);
    await expect(ids(eachRecord(client, BY_NAME))).rejects.toMatchObject({
      name: 'UnexpectedResponse',
      why: 'wrong-shape',
    });
    expect(asked).toHaveLength(2);
  });
});
