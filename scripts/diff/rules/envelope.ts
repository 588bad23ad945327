import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** Whoever reads failures finds nothing under a name that changed. */
export const envelope: Rule = (before, after) =>
  inBoth(before.envelope, after.envelope)
    .filter(([, old, now]) => old !== now)
    .map(([part, old, now]) => ({ impact: 'major', message: `${part} of the envelope is ${now}, not ${old}` }));
