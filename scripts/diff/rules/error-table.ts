import type { Rule } from '../change.ts';

/** The table is closed: whoever handles all of it is caught out by a pair more, and has a dead case with one less. */
export const errorTable: Rule = (before, after) => [
  ...after.table
    .filter((pair) => !before.table.includes(pair))
    .map((pair) => ({ impact: 'major', message: `the closed table has ${pair} now` }) as const),
  ...before.table
    .filter((pair) => !after.table.includes(pair))
    .map((pair) => ({ impact: 'minor', message: `the closed table has no ${pair} any more` }) as const),
];
