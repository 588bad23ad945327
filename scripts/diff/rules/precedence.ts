import type { ErrorContract } from '../error-contract.ts';
import type { Rule } from '../change.ts';

/** An order that every implementation has to keep is promised; one that is only ours may be put better. */
export const precedence: Rule = (before, after) =>
  pairsIn(before).flatMap(([first, second, basis]) => {
    const positions = [first, second].map((name) => after.precedence.findIndex(({ scenario }) => scenario === name));
    const [one = -1, other = -1] = positions;
    if (one === -1 || other === -1 || one < other) return [];
    return { impact: basis === 'ours' ? 'minor' : 'major', message: `${second} precedes ${first} now` } as const;
  });

/** Every two scenarios of which one precedes the other, and how firmly it does. */
function pairsIn({ precedence: order }: ErrorContract) {
  return order.flatMap(({ scenario, basis }, index) =>
    order.slice(index + 1).map((later) => [scenario, later.scenario, basis] as const),
  );
}
