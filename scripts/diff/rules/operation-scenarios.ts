import type { Rule } from '../change.ts';
import { pairsOf } from '../error-contract.ts';

/**
 * A new or removed scenario of an existing pair. Code that handles the pair still works; code that compares scenarios may need a
 * case.
 */
export const operationScenarios: Rule = (before, after) =>
  [...after.places].flatMap(([place, now]) => {
    const old = before.places.get(place);
    if (old === undefined) return [];
    const isNewPair = (name: string): boolean => !pairsOf(before, place).has(after.scenarios.get(name)?.pair ?? '');
    return [
      ...now
        .filter((name) => !old.includes(name) && !isNewPair(name))
        .map((name) => ({ impact: 'minor', message: `${place} can now raise ${name}` }) as const),
      ...old
        .filter((name) => !now.includes(name))
        .map((name) => ({ impact: 'minor', message: `${place} no longer raises ${name}` }) as const),
    ];
  });
