import type { Rule } from '../change.ts';
import { pairsOf } from '../error-contract.ts';

/** An exhaustive switch over the errors of an operation misses a pair more; one less leaves it a dead case. */
export const operationPairs: Rule = (before, after) =>
  [...after.places.keys()]
    // An operation that is new, or gone, is the business of Redocly's rules.
    .filter((place) => before.places.has(place))
    .flatMap((place) => {
      const [old, now] = [pairsOf(before, place), pairsOf(after, place)];
      return [
        ...[...now.difference(old)].map(
          (pair) => ({ impact: 'major', message: `${place} can answer ${pair} now` }) as const,
        ),
        ...[...old.difference(now)].map(
          (pair) => ({ impact: 'minor', message: `${place} answers ${pair} no more` }) as const,
        ),
      ];
    });
