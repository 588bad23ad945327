import { randomInt } from 'node:crypto';

/** Returns digits unique to this run, so that two runs on one target do not interfere: 6 from the clock and 4 random. */
export function newRunToken(now = Date.now()): string {
  return `${String(now).slice(-9, -3)}${String(randomInt(10_000)).padStart(4, '0')}`;
}
