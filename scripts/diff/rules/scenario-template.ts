import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** Scenarios that share a pair are told apart by their texts, and people search for them: a promised text is kept. */
export const scenarioTemplate: Rule = (before, after) =>
  inBoth(before.scenarios, after.scenarios)
    .filter(([, old, now]) => old.template !== now.template)
    .map(([name, old, now]) =>
      old.template === null
        ? { impact: 'minor', message: `the text of ${name} is fixed now: ${JSON.stringify(now.template)}` }
        : {
            impact: 'major',
            message: `the text of ${name} is ${now.template === null ? 'free' : JSON.stringify(now.template)}, not ${JSON.stringify(old.template)}`,
          },
    );
