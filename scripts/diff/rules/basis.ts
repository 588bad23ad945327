import type { Basis } from '../../generate/contract-document.ts';
import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** From the weakest to the strongest. */
const FIRMNESS: readonly Basis[] = ['ours', 'api', 'seed'];

/** A rule of this project may become one of the published API or the founding page. Implementations that passed may then fail. */
export const basis: Rule = (before, after) =>
  [...inBoth(before.scenarios, after.scenarios), ...inBoth(before.constraints, after.constraints)]
    .filter(([, old, now]) => old.basis !== now.basis)
    .map(([name, old, now]) => ({
      impact: old.basis === 'ours' && FIRMNESS.indexOf(now.basis) > FIRMNESS.indexOf(old.basis) ? 'major' : 'minor',
      message: `the basis of ${name} is now ${now.basis}, was ${old.basis}`,
    }));
