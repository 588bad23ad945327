import { brokenParameters } from './hostile/broken-parameters.ts';
import { filterValues } from './hostile/filter-values.ts';
import { oddIds } from './hostile/odd-ids.ts';
import { runCases } from './hostile/run-cases.ts';
import type { Probe } from './probe.ts';

/** Parameters that are wrong, ids that are nobody's, and filter values that a query must not understand. */
export const hostileParameters: Probe = {
  level: 'hostile',
  basis: 'seed',
  run: async (context) => [
    ...(await runCases(context, [...brokenParameters(context), ...oddIds(context)])),
    ...(await filterValues(context)),
  ],
};
