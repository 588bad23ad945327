import { Interrupted, TargetUnavailable } from '../senders/target-unavailable.ts';

/** Why a run was stopped before it was complete. */
export interface Stop {
  /** `interrupted` by the caller, `unavailable` if the target could not be judged, or `internal` for a fault of the verifier. */
  readonly by: 'interrupted' | 'unavailable' | 'internal';
  readonly reason: string;
}

/** Returns why an error stopped a run; `null` if there is no error. */
export function stopOf(error: unknown): Stop | null {
  if (error === undefined) return null;
  if (error instanceof Interrupted) return { by: 'interrupted', reason: error.message };
  if (error instanceof TargetUnavailable) return { by: 'unavailable', reason: error.message };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    by: 'internal',
    reason: `the verifier failed, which says nothing about the target; please report this: ${text}`,
  };
}
