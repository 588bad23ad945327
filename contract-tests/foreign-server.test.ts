import { describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import type { Report } from '../src/verifier/index.ts';
import { verify } from '../src/verifier/index.ts';
import type { Mistake } from './foreign-server.ts';
import { foreignTarget, startForeignServer } from './foreign-server.ts';

async function verifyForeign(...mistakes: readonly Mistake[]): Promise<Report> {
  const server = await startForeignServer(...mistakes);
  try {
    return await verify({ target: parseTarget({ ...foreignTarget, baseUrl: server.url }, {}) });
  } finally {
    server.close();
  }
}

describe("somebody else's server", () => {
  it('passes when it keeps what is law, and does everything else its own way', async () => {
    const { findings, leftovers, summary } = await verifyForeign();
    expect(findings).toEqual([]);
    expect(leftovers).toEqual([]);
    expect(summary).toMatchObject({ ok: true, failed: 0, notProvoked: 0 });
    expect(summary.notes).toBeGreaterThan(0);
  });

  it('is told its three mistakes, and nothing else', async () => {
    const { findings, summary } = await verifyForeign('otherCount', 'readOnlyKeyDeletesInBulk', 'duplicateOnUpdate');
    const told = new Set(findings.map(({ operationId, scenario }) => `${operationId} ${scenario}`));
    expect([...told].toSorted()).toEqual([
      'bulkDeleteRecords readOnlyKey',
      // Updates in bulk go the same wrong way as single ones.
      'bulkUpdateRecords success',
      'createRecord validationError',
      'updateRecord uniqueConstraintViolation',
      'updateRecord validationError',
    ]);
    expect(summary.ok).toBe(false);
  });
});
