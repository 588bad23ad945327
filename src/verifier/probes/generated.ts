import type { Probe } from './probe.ts';

/** Requests that nobody thought of: generated over the contract's own operations, parameters and bodies. */
export const generated: Probe = {
  level: 'hostile',
  basis: 'seed',
  // Loaded when it is needed: no other level generates anything.
  run: async (context) => (await import('./generated/search.ts')).search(context),
};
