import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/**
 * Clients retry retryable failures automatically. Old clients keep retrying one that is no longer retryable, and only miss a
 * retry of one that becomes so.
 */
export const scenarioRetryable: Rule = (before, after) =>
  inBoth(before.scenarios, after.scenarios)
    .filter(([, old, now]) => old.retryable !== now.retryable)
    .map(([name, old]) =>
      old.retryable
        ? { impact: 'major', message: `${name} is no longer retryable` }
        : { impact: 'minor', message: `${name} is now retryable` },
    );
