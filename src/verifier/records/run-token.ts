import { randomInt } from 'node:crypto';

/** Digits that no other run has, so that two runs on one target do not disturb one another: 6 of time, 4 of chance. */
export function newRunToken(now = Date.now()): string {
  return `${String(now).slice(-9, -3)}${String(randomInt(10_000)).padStart(4, '0')}`;
}
