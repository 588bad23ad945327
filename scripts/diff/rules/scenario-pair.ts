import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** If the status or code of a scenario changes, clients handle it in the wrong place. */
export const scenarioPair: Rule = (before, after) =>
  inBoth(before.scenarios, after.scenarios)
    .filter(([, old, now]) => old.pair !== now.pair)
    .map(([name, old, now]) => ({ impact: 'major', message: `${name} is now ${now.pair}, was ${old.pair}` }));
