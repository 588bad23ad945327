import type { Bending } from './bending.ts';
import type { Running } from './proxy.ts';
import { startProxy } from './proxy.ts';

/**
 * Starts a server that differs from the reference server in one way. It stores its records on the reference server and
 * may leave some there, so give each mutant its own reference server.
 * @param upstream the URL of a reference server with the demo workspaces that no other mutant or test uses
 */
export function startMutant(upstream: string, { bending }: { readonly bending: Bending }): Promise<Running> {
  return startProxy(upstream, bending);
}
