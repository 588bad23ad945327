import type { Probe } from './probe.ts';
import { refusedChanges } from './traces/refused-changes.ts';
import { refusedCreations } from './traces/refused-creations.ts';

/** A refused write leaves the run's own records unchanged, stores nothing, and takes no unique value. */
export const noTrace: Probe = {
  level: 'strict',
  basis: 'api',
  run: async (context) => [...(await refusedChanges(context)), ...(await refusedCreations(context))],
};
