import { setTimeout as wait } from 'node:timers/promises';

import { DatabaseError } from 'pg';

/**
 * SQLSTATEs of failures that PostgreSQL recommends retrying. The transaction was rolled back.
 * https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html
 */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const MAXIMUM_ATTEMPTS = 5;

/**
 * Runs the work of one transaction. Retries only if PostgreSQL reports that it rolled back. After a lost connection, it is
 * unknown whether the transaction was committed.
 */
export async function retryRefused<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= MAXIMUM_ATTEMPTS || !isRetryable(error)) throw error;
      // A random wait keeps conflicting transactions from colliding again.
      await wait(Math.random() * 10 * 2 ** attempt);
    }
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED);
}
