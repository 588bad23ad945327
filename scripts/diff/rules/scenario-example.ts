import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** A text that is free is no promise; its example may be put better. */
export const scenarioExample: Rule = (before, after) =>
  inBoth(before.scenarios, after.scenarios)
    .filter(([, old, now]) => old.template === now.template && old.example !== now.example)
    .map(([name, , now]) => ({
      impact: 'patch',
      message: `an example of ${name} says ${JSON.stringify(now.example)}`,
    }));
