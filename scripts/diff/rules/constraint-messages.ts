import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** A detail's text that everybody has to answer to the letter is promised; one that is only our own may be put better. */
export const constraintMessages: Rule = (before, after) => [
  ...inBoth(before.constraints, after.constraints)
    .filter(([, old, now]) => old.template !== now.template)
    .map(
      ([name, old, now]) =>
        ({
          impact: old.basis === 'ours' ? 'patch' : 'major',
          message: `a detail of ${name} says ${JSON.stringify(now.template)}, not ${JSON.stringify(old.template)}`,
        }) as const,
    ),
  ...[...after.constraints.keys()]
    .filter((name) => !before.constraints.has(name))
    .map((name) => ({ impact: 'minor', message: `a detail can tell of ${name} now` }) as const),
  ...[...before.constraints.keys()]
    .filter((name) => !after.constraints.has(name))
    .map((name) => ({ impact: 'minor', message: `no detail tells of ${name} any more` }) as const),
];
