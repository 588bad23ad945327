import { describe, expect, it } from '@jest/globals';

import type { Exchange } from '../../../judge/index.ts';
import { changeSince, watch } from './watched-record.ts';

const request = { method: 'GET', path: '/acme-corp/sales/Customer/7', headers: {} };

function answer(status: number, body: unknown): Exchange {
  return { request, response: { status, headers: {}, body: JSON.stringify(body) } };
}

const jane = { id: 7, name: 'Jane', age: 34, tags: ['new'] };

async function changed(reads: readonly unknown[], now: Exchange): Promise<string | undefined> {
  const queue = reads.map((data) => answer(200, { data }));
  const watched = await watch(async () => queue.shift() ?? now);
  return changeSince(watched, now);
}

describe('a watched record', () => {
  it.each([
    ['a column that was sent', { ...jane, age: 35 }],
    ['a column that was not sent', { ...jane, version: 2 }],
    ['a column that is gone', { id: 7, name: 'Jane', tags: ['new'] }],
    ['an array', { ...jane, tags: [] }],
    ['a type', { ...jane, age: '34' }],
  ])('shows a change of %s', async (_what, data) => {
    expect(await changed([jane, jane], answer(200, { data }))).toMatch(/^the record changed: /);
  });

  it('shows that the record is gone', async () => {
    expect(await changed([jane, jane], answer(404, {}))).toBe('the record is gone: reading it returned 404');
  });

  it('ignores the columns that differ in every response', async () => {
    const at = (updatedAt: number) => ({ ...jane, updatedAt });
    expect(await changed([at(1), at(2)], answer(200, { data: at(3) }))).toBeUndefined();
  });

  it.each<[string, Exchange]>([
    ['an unexpected error', answer(500, {})],
    ['no response', { request, failure: 'socket hang up' }],
  ])('says nothing about the record if reading it gets %s', async (_what, now) => {
    expect(await changed([jane, jane], now)).toBeUndefined();
  });
});
