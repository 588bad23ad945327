import { setTimeout as wait } from 'node:timers/promises';

/** The time, and a way to wait. Tests pass a clock that does not wait. */
export interface Clock {
  /** The time in milliseconds, from any origin. */
  now(): number;
  /**
   * Waits.
   * @throws {Error} if the signal is aborted
   */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of a real run. */
export const realClock: Clock = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => wait(milliseconds, undefined, signal === undefined ? {} : { signal }),
};
