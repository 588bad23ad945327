import { setTimeout as wait } from 'node:timers/promises';

import { DatabaseError } from 'pg';

/** How often a transaction is tried that PostgreSQL rolls back each time. */
const MAXIMUM_ATTEMPTS = 5;

/** For how long a statement is tried again that cannot be run, for example while a standby takes over, in milliseconds. */
const LONGEST_OUTAGE = 5000;

/** The longest wait between two attempts during an outage, in milliseconds. */
const LONGEST_PAUSE = 400;

/** The errors of connecting. Nothing was sent before them. */
const ofConnecting = new WeakSet<object>();

/** Remembers that an error of this work means that there is no connection. */
export async function connecting<Connection>(work: Promise<Connection>): Promise<Connection> {
  return work.catch((error: Error) => {
    ofConnecting.add(error);
    throw error;
  });
}

/**
 * Runs one statement, and runs it again if it certainly had no effect. With `isRead`, the statement changes nothing, so it is
 * also run again if its connection was lost. A write is not, because it may have been committed.
 */
export async function retryOutage<Result>(work: () => Promise<Result>, isRead: boolean): Promise<Result> {
  const end = performance.now() + LONGEST_OUTAGE;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await retryRolledBack(work);
    } catch (error) {
      if (performance.now() >= end || !(hadNoEffect(error) || (isRead && isLost(error)))) throw error;
      await wait(Math.min(50 * 2 ** attempt, LONGEST_PAUSE) * (0.5 + Math.random() / 2));
    }
  }
}

/** Runs the work of one transaction, and runs it again if PostgreSQL reports that it rolled it back. */
export async function retryRolledBack<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= MAXIMUM_ATTEMPTS || !isRolledBack(error)) throw error;
      // A random wait keeps conflicting transactions from colliding again.
      await wait(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/**
 * Whether PostgreSQL recommends another attempt: serialization_failure and deadlock_detected.
 * https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html
 */
function isRolledBack(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01');
}

/** Whether a statement had no effect, and may succeed within seconds. */
function hadNoEffect(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!(error instanceof DatabaseError)) return ofConnecting.has(error) && !isPoolExhausted(error);
  // A wrong password, an unknown database or missing rights do not change by themselves.
  if (ofConnecting.has(error)) return !/^(28|3D|42)/.test(error.code ?? '');
  return isReadOnly(error) || /query_wait_timeout|server_login_retry|server login/.test(error.message);
}

/** Whether a statement was rejected because the server is a standby, or was promoted only a moment ago. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '25006';
}

/** Another attempt would only wait longer for the other requests. */
function isPoolExhausted(error: Error): boolean {
  return error.message === 'timeout exceeded when trying to connect';
}

/** Whether PostgreSQL did not respond to a statement in time. It may still be working on it. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** Whether the connection ended during a statement. PostgreSQL reports the end of its process as FATAL, if it still can. */
function isLost(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.severity === 'FATAL' || /^08/.test(error.code ?? '');
  return !isUnanswered(error);
}
