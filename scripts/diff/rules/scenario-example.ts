import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** The example of a free text is not part of the contract and may change. */
export const scenarioExample: Rule = (before, after) =>
  inBoth(before.scenarios, after.scenarios)
    .filter(([, old, now]) => old.template === now.template && old.example !== now.example)
    .map(([name, , now]) => ({
      impact: 'patch',
      message: `the example of ${name} is now ${JSON.stringify(now.example)}`,
    }));
