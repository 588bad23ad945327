import type { RunningServer } from '../server/index.ts';
import { startServer } from '../server/index.ts';
import { demoDefinition } from '../workspace/index.ts';

/** Starts the reference server on a free port for `verify`. Logging is off, because the failures are provoked on purpose. */
export function startReference(): Promise<RunningServer> {
  return startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
}
