import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import type { Definition } from '../../src/workspace/index.ts';
import { ask, startTestServer } from '../../src/server/testing/test-server.ts';

const KEY = 'sk_live_0123456789';
const LONG = 100_000;

const definition: Definition = {
  organization: 'acme',
  workspaces: [
    {
      slug: 'main',
      mode: 'ACTIVE',
      keys: [{ name: 'main', key: KEY, permission: 'READ_WRITE' }],
      entities: [{ name: 'Page', table: 'pages', columns: [{ name: 'text', type: 'TEXT', length: LONG }] }],
      records: { Page: Array.from({ length: 30 }, () => ({ text: 'a'.repeat(LONG) })) },
    },
  ],
};

/** In each of 3,000,000 places, SQLite compares 255 characters. */
const LONGEST_SEARCH = `/Page?filter[text.like]=${'a'.repeat(254)}b`;

const folder = mkdtempSync(join(tmpdir(), 'scans-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a filter or a sort that has to look at many records', () => {
  it.each([
    ['in memory', {}],
    ['in a file', { data: join(folder, 'data.db') }],
  ])('other requests do not wait for it, %s', async (_title, options) => {
    const server = await startTestServer({ definition, ...options });
    const get = (path: string) => ask(server, { path: `acme/main${path}`, key: KEY });
    let isOver = false;
    const search = get(LONGEST_SEARCH).finally(() => (isOver = true));
    let others = 0;
    while (!isOver) {
      expect(await get('/Page/99')).toMatchObject({ status: 404 });
      others += 1;
    }
    // Of a server that reads the records first, two others at most: one that overtakes the search, and one that waits for it.
    expect(others).toBeGreaterThan(5);
    expect(await search).toMatchObject({ status: 200, body: { data: [], meta: { totalElements: 0 } } });
    await server.close();
  });
});
