import type { Probe } from './probe.ts';

/** Requests generated from the operations, parameters and bodies of the contract. */
export const generated: Probe = {
  level: 'hostile',
  basis: 'seed',
  // Imported on demand, because no other level generates requests.
  run: async (context) => (await import('./generated/search.ts')).search(context),
};
