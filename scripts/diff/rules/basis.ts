import type { Basis } from '../../generate/contract-document.ts';
import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** From the weakest to the strongest. */
const FIRMNESS: readonly Basis[] = ['ours', 'api', 'seed'];

/** If a rule of this project becomes one of the published API, implementations that passed before may fail. */
export const basis: Rule = (before, after) =>
  [...inBoth(before.scenarios, after.scenarios), ...inBoth(before.constraints, after.constraints)]
    .filter(([, old, now]) => old.basis !== now.basis)
    .map(([name, old, now]) => ({
      impact: old.basis === 'ours' && FIRMNESS.indexOf(now.basis) > FIRMNESS.indexOf(old.basis) ? 'major' : 'minor',
      message: `the basis of ${name} is now ${now.basis}, was ${old.basis}`,
    }));
