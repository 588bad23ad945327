import type { Probe } from './probe.ts';
import { refusedChanges } from './traces/refused-changes.ts';
import { refusedCreations } from './traces/refused-creations.ts';

/** After each write that was refused, the run's own records are as they were, nothing was stored, and no value was taken. */
export const noTrace: Probe = {
  level: 'strict',
  basis: 'api',
  run: async (context) => [...(await refusedChanges(context)), ...(await refusedCreations(context))],
};
