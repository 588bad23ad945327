import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/**
 * Clients distinguish scenarios of the same pair by their messages, and people search for messages, so fixed messages must not
 * change.
 */
export const scenarioTemplate: Rule = (before, after) =>
  inBoth(before.scenarios, after.scenarios)
    .filter(([, old, now]) => old.template !== now.template)
    .map(([name, old, now]) =>
      old.template === null
        ? { impact: 'minor', message: `the message of ${name} is now fixed: ${JSON.stringify(now.template)}` }
        : {
            impact: 'major',
            message: `the message of ${name} is now ${now.template === null ? 'free' : JSON.stringify(now.template)}, was ${JSON.stringify(old.template)}`,
          },
    );
