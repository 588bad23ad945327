import { describe, expect, it } from '@jest/globals';

import { harmless, verifyVariant } from './mutants/index.ts';

describe('an honest server', () => {
  it.each(harmless)('with $is passes', async (variant) => {
    const { summary, findings, notes, outcomes, probes, leftovers } = await verifyVariant(variant, {});
    expect(findings).toEqual([]);
    expect([...outcomes, ...probes].filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(new Set(notes.map(({ check }) => check))).toEqual(new Set(variant.noted));
    expect(leftovers).toEqual([]);
    expect(summary.ok).toBe(true);
  });
});
