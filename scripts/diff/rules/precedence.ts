import type { ErrorContract } from '../error-contract.ts';
import type { Rule } from '../change.ts';

/** An order that the published API guarantees must not change. One that only this project defines may change. */
export const precedence: Rule = (before, after) =>
  pairsIn(before).flatMap(([first, second, basis]) => {
    const positions = [first, second].map((name) => after.precedence.findIndex(({ scenario }) => scenario === name));
    const [one = -1, other = -1] = positions;
    if (one === -1 || other === -1 || one < other) return [];
    return { impact: basis === 'ours' ? 'minor' : 'major', message: `${second} now precedes ${first}` } as const;
  });

/** Every pair of a scenario and a later one, with the basis of the order. */
function pairsIn({ precedence: order }: ErrorContract) {
  return order.flatMap(({ scenario, basis }, index) =>
    order.slice(index + 1).map((later) => [scenario, later.scenario, basis] as const),
  );
}
