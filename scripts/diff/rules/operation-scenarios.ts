import type { Rule } from '../change.ts';
import { pairsOf } from '../error-contract.ts';

/** One way more, or less, to get a pair that is handled anyway: what tells scenarios apart may tell one more. */
export const operationScenarios: Rule = (before, after) =>
  [...after.places].flatMap(([place, now]) => {
    const old = before.places.get(place);
    if (old === undefined) return [];
    const isNewPair = (name: string): boolean => !pairsOf(before, place).has(after.scenarios.get(name)?.pair ?? '');
    return [
      ...now
        .filter((name) => !old.includes(name) && !isNewPair(name))
        .map((name) => ({ impact: 'minor', message: `${place} can raise ${name} now` }) as const),
      ...old
        .filter((name) => !now.includes(name))
        .map((name) => ({ impact: 'minor', message: `${place} raises ${name} no more` }) as const),
    ];
  });
