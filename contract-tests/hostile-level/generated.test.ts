import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../../src/plan/index.ts';
import type { VerifyOptions } from '../../src/verifier/index.ts';
import { demoTarget } from '../../src/workspace/index.ts';
import { verify } from '../verify.ts';
import type { Reference } from './verify-hostile.ts';
import { COLLECTION, SEED, startReference, verifyBent } from './verify-hostile.ts';

let server: Reference;
beforeAll(async () => {
  server = await startReference();
});
afterAll(() => server.close());

describe('generated requests', () => {
  const only = { selection: { only: ['generated'], skip: [] } };
  /** Returns what one run sent to the server, without the numbers in ids and unique values, which differ in every run. */
  const sentWith = async (options: Pick<VerifyOptions, 'seed'>): Promise<readonly string[]> => {
    const sent: string[] = [];
    await verifyBent(
      server,
      (asked, pass) => {
        sent.push(`${asked.method} ${asked.path} ${asked.body}`.replaceAll(/\d+/g, '0'));
        return pass(asked);
      },
      { ...only, ...options },
    );
    // Records are deleted a few at a time, in no fixed order.
    return sent.toSorted();
  };

  it('are the same for the same seed, and differ for another', async () => {
    const first = await sentWith({ seed: SEED });
    expect(first.length).toBeGreaterThan(150);
    // More than half are reads that prove whose records the others name.
    expect(first.length).toBeLessThan(600);
    expect(await sentWith({ seed: SEED })).toEqual(first);
    expect(await sentWith({ seed: SEED + 1 })).not.toEqual(first);
  });

  it('are the same in every run, unless the seed is random', async () => {
    const withoutSeed = {
      target: parseTarget(demoTarget(server.url, { faults: true }), {}),
      level: 'hostile',
    } as const;
    const seedOf = async (options: Pick<VerifyOptions, 'seed'>): Promise<unknown> =>
      (await verify({ ...withoutSeed, selection: { only: ['head'], skip: [] }, senders: ['http'], ...options })).seed;
    expect(await seedOf({})).toBe(await seedOf({}));
    expect(await seedOf({ seed: 'random' })).not.toBe(await seedOf({ seed: 'random' }));
  });

  it('are shrunk to the smallest failing request', async () => {
    const { findings } = await verifyBent(
      server,
      (asked, pass) =>
        asked.method === 'POST' && asked.path === COLLECTION && asked.body.includes('"no_such_column"')
          ? { status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Oops</h1>' }
          : pass(asked),
      { ...only, seed: SEED },
    );
    const [finding] = findings;
    expect(finding?.message).toContain(`repeat with --seed ${SEED}`);
    expect(finding?.request).toMatchObject({ method: 'POST', path: '/acme-corp/sales/Customer' });
    const { no_such_column: value, ...valid } = JSON.parse(finding?.request.body ?? '');
    expect(Object.keys(valid)).toEqual(['name', 'email', 'age']);
    expect(String(JSON.stringify(value)).length).toBeLessThan(5);
    expect(Object.keys(finding?.request.headers ?? {})).not.toContain('user-agent');
  });
});
