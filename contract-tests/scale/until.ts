import { setTimeout as wait } from 'node:timers/promises';

/** How long to wait for something that takes seconds, in milliseconds. */
const TIMEOUT = 60_000;

/**
 * Waits until a condition holds.
 * @throws {Error} if it does not hold after a minute; `what` names it
 */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + TIMEOUT;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${TIMEOUT / 1000} s until ${what}`);
    await wait(100);
  }
}
