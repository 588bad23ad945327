import { describe, expect, it } from '@jest/globals';

import type { Level, Report, SenderName } from '../../../src/verifier/index.ts';
import { probeNames } from '../../../src/verifier/index.ts';
import { verifyVariant } from '../verify-variant.ts';
import type { HarmlessVariant } from './harmless-variant.ts';

/** Tests that conforming servers pass, and that only the expected notes are reported. */
export function describeHarmless(
  variants: readonly HarmlessVariant[],
  senders: readonly SenderName[],
  level: Level = 'strict',
): void {
  describe('a conforming server', () => {
    it.each(variants)('with $is passes', async (variant) => {
      const report = await verifyVariant(variant, { senders, level });
      expectPass(report);
      expect(new Set(report.notes.map(({ check }) => check))).toEqual(new Set(variant.noted));
    });
  });
}

/** Expects that a run has no finding, provoked everything, and left nothing. */
export function expectPass({ findings, outcomes, probes, leftovers, summary }: Report): void {
  expect(findings).toEqual([]);
  expect([...outcomes, ...probes].filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(leftovers).toEqual([]);
  expect(summary.ok).toBe(true);
}

/**
 * Tests variants of which the probes see no more than the checks do: at the level `documented`, except for those that a probe notes.
 */
export function describeHarmlessToProbes(variants: readonly HarmlessVariant[], senders: readonly SenderName[]): void {
  const isProbe = (finder: string): boolean => probeNames.some((name) => name === finder);
  const byLevel = Map.groupBy(variants, ({ noted = [] }) => (noted.some(isProbe) ? 'strict' : 'documented'));
  for (const [level, some] of byLevel) describeHarmless(some, senders, level);
}
