import { describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import type { Report } from '../src/verifier/index.ts';
import type { Mistake } from './foreign-server.ts';
import { foreignTarget, startForeignServer } from './foreign-server.ts';
import { verify } from './verify.ts';

async function verifyForeign(...mistakes: readonly Mistake[]): Promise<Report> {
  const server = await startForeignServer(...mistakes);
  try {
    return await verify({ target: parseTarget({ ...foreignTarget, baseUrl: server.url }, {}) });
  } finally {
    server.close();
  }
}

describe('an independent implementation', () => {
  it('passes if it follows the published API and does everything else differently', async () => {
    const { findings, leftovers, summary } = await verifyForeign();
    expect(findings).toEqual([]);
    expect(leftovers).toEqual([]);
    expect(summary).toMatchObject({ ok: true, failed: 0, notProvoked: 0 });
    expect(summary.notes).toBeGreaterThan(0);
  });

  it('gets findings for exactly its three mistakes', async () => {
    const { findings, summary } = await verifyForeign('otherCount', 'readOnlyKeyDeletesInBulk', 'duplicateOnUpdate');
    const found = new Set(findings.map(({ operationId, scenario }) => `${operationId} ${scenario}`));
    expect([...found].toSorted()).toEqual([
      'bulkDeleteRecords readOnlyKey',
      // Bulk updates share the faulty code of single updates.
      'bulkUpdateRecords success',
      'createRecord validationError',
      'updateRecord uniqueConstraintViolation',
      'updateRecord validationError',
    ]);
    expect(summary.ok).toBe(false);
  });
});
