import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

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
  const sentWith = async (seed: number): Promise<readonly string[]> => {
    const sent: string[] = [];
    await verifyBent(
      server,
      (asked, pass) => {
        sent.push(`${asked.method} ${asked.path} ${asked.body}`.replaceAll(/\d+/g, '0'));
        return pass(asked);
      },
      { ...only, seed },
    );
    return sent;
  };

  it('are the same for the same seed, and differ for another', async () => {
    const first = await sentWith(SEED);
    expect(first.length).toBeGreaterThan(150);
    expect(first.length).toBeLessThan(400);
    expect(await sentWith(SEED)).toEqual(first);
    expect(await sentWith(SEED + 1)).not.toEqual(first);
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
