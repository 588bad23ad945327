import type { Rule } from '../change.ts';
import { pairsOf } from '../error-contract.ts';

/** A new pair breaks an exhaustive switch over the errors of an operation. A removed pair only leaves a dead case. */
export const operationPairs: Rule = (before, after) =>
  [...after.places.keys()]
    // Redocly's rules report new and removed operations.
    .filter((place) => before.places.has(place))
    .flatMap((place) => {
      const [old, now] = [pairsOf(before, place), pairsOf(after, place)];
      return [
        ...[...now.difference(old)].map(
          (pair) => ({ impact: 'major', message: `${place} can now return ${pair}` }) as const,
        ),
        ...[...old.difference(now)].map(
          (pair) => ({ impact: 'minor', message: `${place} no longer returns ${pair}` }) as const,
        ),
      ];
    });
