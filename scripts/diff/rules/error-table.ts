import type { Rule } from '../change.ts';

/** The table is closed: a new pair breaks code that handles all pairs, and a removed pair only leaves a dead case. */
export const errorTable: Rule = (before, after) => [
  ...after.table
    .filter((pair) => !before.table.includes(pair))
    .map((pair) => ({ impact: 'major', message: `${pair} was added to the closed table` }) as const),
  ...before.table
    .filter((pair) => !after.table.includes(pair))
    .map((pair) => ({ impact: 'minor', message: `${pair} was removed from the closed table` }) as const),
];
