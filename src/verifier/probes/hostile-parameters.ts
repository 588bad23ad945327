import { brokenParameters } from './hostile/broken-parameters.ts';
import { filterValues } from './hostile/filter-values.ts';
import { oddIds } from './hostile/odd-ids.ts';
import { runCases } from './hostile/run-cases.ts';
import type { Probe } from './probe.ts';

/** Invalid query parameters, ids that no record has, and filter values that must be taken literally. */
export const hostileParameters: Probe = {
  level: 'hostile',
  basis: 'seed',
  run: async (context) => [
    ...(await runCases(context, [...brokenParameters(context), ...oddIds(context)])),
    ...(await filterValues(context)),
  ],
};
