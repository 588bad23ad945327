import { afterAll, beforeAll, expect, it } from '@jest/globals';

import type { Bend } from './bent-server.ts';
import type { Reference } from './verify-hostile.ts';
import { startReference, verifyBent } from './verify-hostile.ts';

let reference: Reference;
beforeAll(async () => {
  reference = await startReference();
});
afterAll(() => reference.close());

it.each(['hostile-bodies', 'generated'])(
  'does not report a record as changed if reading it returns 500: %s',
  async (probe) => {
    const unreadable = new Set<string>();
    let failed = 0;
    const bend: Bend = async (asked, pass) => {
      if (asked.method === 'GET' && unreadable.delete(asked.path)) {
        failed += 1;
        const body = '{"error":{"code":"INTERNAL_ERROR","message":"Internal server error"}}';
        return { status: 500, headers: { 'content-type': 'application/json' }, body };
      }
      const answer = await pass(asked);
      if (asked.method === 'PUT' && answer.status >= 400) unreadable.add(asked.path);
      return answer;
    };
    const selection = { only: [probe], skip: [] };
    const { findings } = await verifyBent(reference, bend, { selection });
    expect(findings.filter(({ message }) => message.includes('changed from'))).toEqual([]);
    expect(failed).toBeGreaterThan(0);
  },
  60_000,
);
