import { describe, expect, it } from '@jest/globals';

import { verify } from '../verify.ts';
import { targetFor } from './served.ts';
import { startSecondImplementation } from './second-implementation.ts';
import { shop, shopWith } from './shop.ts';

describe('a second implementation', () => {
  it('obeys every rule of a definition, and is verified without a hand-written line', async () => {
    const server = await startSecondImplementation(shop);
    const report = await verify({ target: targetFor(shop, server.url), senders: ['http'] });
    await server.close();
    expect(report.findings.map(({ fingerprint, message }) => ({ fingerprint, message }))).toEqual([]);
    // It reports only the stricter of two limits, so the weaker one cannot be distinguished.
    expect(report.constraints?.rules.filter(({ outcome }) => outcome !== 'proven')).toMatchObject([
      {
        entity: 'Category',
        column: 'label',
        rule: 'LENGTH 255',
        reason: expect.stringContaining('also breaks another'),
      },
    ]);
    expect(report.leftovers).toEqual([]);
    expect(report.summary.ok).toBe(true);
  });

  it('is found to follow another definition, column by column', async () => {
    const looser = shopWith((entities) =>
      entities.map((entity) => ({
        ...entity,
        columns: entity.columns.map(({ constraints: _none, ...column }) => column),
      })),
    );
    const server = await startSecondImplementation(looser);
    const report = await verify({ target: targetFor(shop, server.url), senders: ['http'], level: 'documented' });
    await server.close();
    const broken = report.constraints?.rules.filter(({ outcome }) => outcome === 'failed') ?? [];
    const declared = shop.workspaces[0]?.entities.flatMap((entity) =>
      entity.columns.flatMap(({ name, constraints = [] }) =>
        constraints.map(({ type }) => `${entity.name}.${name} ${type}`),
      ),
    );
    expect(broken.map(({ entity, column, constraint }) => `${entity}.${column} ${constraint}`).toSorted()).toEqual(
      declared?.toSorted(),
    );
  });
});
