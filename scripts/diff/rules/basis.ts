import type { Basis } from '../../generate/contract-document.ts';
import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** From the loosest to the firmest. */
const FIRMNESS: readonly Basis[] = ['ours', 'api', 'seed'];

/** What was only our decision and becomes law fails implementations that kept the contract before. */
export const basis: Rule = (before, after) =>
  [...inBoth(before.scenarios, after.scenarios), ...inBoth(before.constraints, after.constraints)]
    .filter(([, old, now]) => old.basis !== now.basis)
    .map(([name, old, now]) => ({
      impact: old.basis === 'ours' && FIRMNESS.indexOf(now.basis) > FIRMNESS.indexOf(old.basis) ? 'major' : 'minor',
      message: `${name} is held by ${now.basis}, not by ${old.basis}`,
    }));
