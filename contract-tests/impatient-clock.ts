import type { Clock } from '../src/verifier/index.ts';

/** Returns a clock that does not wait: its time passes only when something waits. */
export function impatientClock(): Clock {
  let time = 0;
  return {
    now: () => time,
    wait: (milliseconds) => {
      time += milliseconds;
      return Promise.resolve();
    },
  };
}
