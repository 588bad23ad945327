import type { Bending } from './bending.ts';
import type { Running } from './proxy.ts';
import { startProxy } from './proxy.ts';

/**
 * Starts a server that is the reference server but for one thing. What it stores is stored there, and may stay there: who
 * compares several of them gives each a reference server of its own.
 * @param upstream the URL of a reference server with the demo's workspaces, which nobody else uses
 */
export function startMutant(upstream: string, { bending }: { readonly bending: Bending }): Promise<Running> {
  return startProxy(upstream, bending);
}
