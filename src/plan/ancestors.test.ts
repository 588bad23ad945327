import { describe, expect, it } from '@jest/globals';

import { ancestorIdsFor, createAncestors } from './ancestors.ts';
import { ancestorId } from './computed-value.ts';

describe('ancestorIdsFor', () => {
  const records = new Map([
    ['Agent', { id: 5, values: {} }],
    ['Team', { reason: 'creating a Team record returned 500' }],
  ]);

  it('finds the ids of those that values name', () => {
    const values = { title: 'x', agent_id: ancestorId('Agent'), owner_id: ancestorId('Agent') };
    expect(ancestorIdsFor(values, records)).toEqual(new Map([['Agent', 5]]));
  });

  it.each([
    ['Team', 'creating a Team record returned 500'],
    ['Other', 'no Other could be created for it to reference'],
  ])('says why there is no %s', (entity, reason) => {
    expect(ancestorIdsFor({ id: ancestorId(entity) }, records)).toEqual({ reason });
  });
});

describe('createAncestors', () => {
  it('creates them in their order, with those before', async () => {
    const ancestors = ['Team', 'Agent', 'Ticket'].map((entity) => ({ entity, valid: {} }));
    const seen: string[] = [];
    const records = await createAncestors({ ancestors }, async ({ entity }, earlier) => {
      seen.push(`${entity} after ${[...earlier.keys()].join()}`);
      return { id: seen.length, values: {} };
    });
    expect(seen).toEqual(['Team after ', 'Agent after Team', 'Ticket after Team,Agent']);
    expect(records.get('Ticket')).toEqual({ id: 3, values: {} });
  });

  it('creates none by default', async () => {
    expect((await createAncestors({}, () => Promise.reject(new Error('not called')))).size).toBe(0);
  });
});
