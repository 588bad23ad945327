import { describe, expect, it } from '@jest/globals';

import { verifyVariant } from '../verify-variant.ts';
import type { HarmlessVariant } from './harmless-variant.ts';

/** Tests that conforming servers pass with both senders, and that only the expected notes are reported. */
export function describeHarmless(variants: readonly HarmlessVariant[]): void {
  describe('a conforming server', () => {
    it.each(variants)('with $is passes', async (variant) => {
      const { summary, findings, notes, outcomes, probes, leftovers } = await verifyVariant(variant, {});
      expect(findings).toEqual([]);
      expect([...outcomes, ...probes].filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
      expect(new Set(notes.map(({ check }) => check))).toEqual(new Set(variant.noted));
      expect(leftovers).toEqual([]);
      expect(summary.ok).toBe(true);
    });
  });
}
