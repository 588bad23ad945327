import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** Clients that read a member by its old name no longer find it. */
export const envelope: Rule = (before, after) =>
  inBoth(before.envelope, after.envelope)
    .filter(([, old, now]) => old !== now)
    .map(([part, old, now]) => ({ impact: 'major', message: `the envelope's ${part} is now ${now}, was ${old}` }));
