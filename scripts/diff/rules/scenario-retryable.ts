import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** Clients repeat what is retryable by themselves: they go on where it is no more, and miss nothing but a chance where it is now. */
export const scenarioRetryable: Rule = (before, after) =>
  inBoth(before.scenarios, after.scenarios)
    .filter(([, old, now]) => old.retryable !== now.retryable)
    .map(([name, old]) =>
      old.retryable
        ? { impact: 'major', message: `${name} may not be retried any more` }
        : { impact: 'minor', message: `${name} may be retried now` },
    );
