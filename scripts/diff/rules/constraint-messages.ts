import type { Rule } from '../change.ts';
import { inBoth } from '../in-both.ts';

/** Detail messages of the founding page or the published API must not change. Those that this project added may be reworded. */
export const constraintMessages: Rule = (before, after) => [
  ...inBoth(before.constraints, after.constraints)
    .filter(([, old, now]) => old.template !== now.template)
    .map(
      ([name, old, now]) =>
        ({
          impact: old.basis === 'ours' ? 'patch' : 'major',
          message: `the detail message of ${name} is now ${JSON.stringify(now.template)}, was ${JSON.stringify(old.template)}`,
        }) as const,
    ),
  ...[...after.constraints.keys()]
    .filter((name) => !before.constraints.has(name))
    .map((name) => ({ impact: 'minor', message: `the constraint ${name} was added` }) as const),
  ...[...before.constraints.keys()]
    .filter((name) => !after.constraints.has(name))
    .map((name) => ({ impact: 'minor', message: `the constraint ${name} was removed` }) as const),
];
