import { setTimeout as wait } from 'node:timers/promises';

import { DatabaseError } from 'pg';

/**
 * SQLSTATEs of failures that PostgreSQL itself asks to try again: nothing was done.
 * https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html
 */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const MAXIMUM_ATTEMPTS = 5;

/**
 * Does the work of one transaction. It is tried again only where PostgreSQL said that nothing was done: where a connection is
 * lost on the way, nobody knows.
 */
export async function retryRefused<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= MAXIMUM_ATTEMPTS || !mayBeTriedAgain(error)) throw error;
      // Those that met go on at different times.
      await wait(Math.random() * 10 * 2 ** attempt);
    }
  }
}

function mayBeTriedAgain(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED);
}
