import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** A scenario that answers another status or code is handled in the wrong place. */
export const scenarioPair: Rule = (before, after) =>
  inBoth(before.scenarios, after.scenarios)
    .filter(([, old, now]) => old.pair !== now.pair)
    .map(([name, old, now]) => ({ impact: 'major', message: `${name} answers ${now.pair}, not ${old.pair}` }));
