import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { isObject } from '../../src/contract/index.ts';
import type { Definition } from '../../src/workspace/index.ts';
import type { TestServer } from '../../src/server/testing/test-server.ts';
import { ask, startTestServer } from '../../src/server/testing/test-server.ts';

const KEY = 'sk_live_0123456789';
const LONG = 100_000;
const text = { type: 'TEXT', length: LONG } as const;

const definition: Definition = {
  organization: 'acme',
  workspaces: [
    {
      slug: 'main',
      mode: 'ACTIVE',
      keys: [{ name: 'main', key: KEY, permission: 'READ_WRITE' }],
      entities: [
        { name: 'Book', table: 'books', columns: [{ name: 'text', ...text }] },
        {
          name: 'Page',
          table: 'pages',
          columns: [
            { name: 'left', ...text },
            { name: 'right', ...text },
            { name: 'book_id', type: 'INTEGER', references: 'Book' },
          ],
        },
        { name: 'Mark', table: 'marks', columns: [{ name: 'page_id', type: 'INTEGER', references: 'Page' }] },
        { name: 'Odd', table: 'odd', columns: [{ name: 'text', ...text }] },
      ],
      records: {
        Book: [{ text: 'b'.repeat(LONG) }, {}],
        // 20 MB of ASCII; and letters of two bytes.
        Page: Array.from({ length: 100 }, () => ({ left: 'l'.repeat(LONG), right: 'é'.repeat(LONG / 2), book_id: 1 })),
        // Small records, each with the same large one in it.
        Mark: Array.from({ length: 100 }, () => ({ page_id: 1 })),
        // 3 MB in the database, 18 MB as JSON.
        Odd: Array.from({ length: 100 }, () => ({ text: '\u0001'.repeat(30_000) })),
      },
    },
  ],
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ definition });
});
afterAll(() => server.close());

describe('a page or an `expand` of more than 16 MiB of records', () => {
  it.each([
    ['a page of large records', '/Page?size=100', 'size'],
    ['a page of few fields of large records', '/Page?size=100&fields=id', 'size'],
    ['a page of text that JSON escapes', '/Odd?size=100', 'size'],
    ['one record with many large ones', '/Book/1?expand=pages', 'expand'],
    ['a page with many large ones', '/Book?expand=pages', 'expand'],
    ['many copies of one large record', '/Mark?size=100&expand=page', 'expand'],
    ['many copies of two large records', '/Mark?size=60&expand=page.book', 'expand'],
    ['what is added to what was added', '/Mark/1?expand=page.book.pages', 'expand'],
  ])('%s → 400 that names the parameter', async (_title, path, parameter) => {
    expect(await ask(server, { path: `acme/main${path}`, key: KEY })).toMatchObject({
      status: 400,
      body: {
        error: { message: expect.stringContaining(`Parameter ${parameter} requests more than 16 MiB of records`) },
      },
    });
  });

  it.each([
    ['/Page?size=80', 80],
    ['/Page?filter[id.lt]=3&expand=book', 2],
    ['/Mark?size=80&expand=page', 80],
    ['/Odd?size=90', 90],
    ['/Book?filter[id]=2&expand=pages', 1],
  ])('a smaller one → all of its records: %s', async (path, count) => {
    const { status, body } = await ask(server, { path: `acme/main${path}`, key: KEY });
    expect(status).toBe(200);
    expect(isObject(body) ? body.data : undefined).toHaveLength(count);
  });
});
