import { setTimeout as wait } from 'node:timers/promises';

import { DatabaseError, Pool } from 'pg';

import type { Row } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { runStatement, types } from './session.ts';

/** How long things may take, in milliseconds, and how many connections there are. */
export interface Limits {
  /** How many connections the pool has at most. */
  readonly connections: number;
  /** How long to wait for a connection, be it for a new one or for one that another request gives back. */
  readonly connect: number;
  /** How long PostgreSQL works on a statement before it gives up; locks that it waits for count too. */
  readonly statement: number;
  /** How long to wait for the answer of a statement, where PostgreSQL itself does not answer any more. */
  readonly answer: number;
}

/** The limits by default: an answer comes before a client or a gateway gives up. */
export const defaultLimits: Limits = { connections: 10, connect: 3000, statement: 5000, answer: 6000 };

/**
 * SQLSTATEs of failures that PostgreSQL itself asks to try again: nothing of the statement was done.
 * https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html
 */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const MAXIMUM_ATTEMPTS = 5;

/** The connections to a PostgreSQL database. */
export class Database {
  readonly #pool: Pool;

  /** `reportFault` takes the loss of a connection that nobody was using. */
  constructor(url: string, limits: Limits, reportFault: (error: unknown) => void) {
    this.#pool = new Pool({
      connectionString: url,
      application_name: 'workspace-api',
      max: limits.connections,
      connectionTimeoutMillis: limits.connect,
      statement_timeout: limits.statement,
      query_timeout: limits.answer,
      keepAlive: true,
      types,
    });
    // Without a listener, an error would end the process. The pool listens to connections that nobody uses; where one is lost
    // while a statement is on its way, that statement tells.
    this.#pool.on('error', reportFault);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * Runs a statement, which is a transaction by itself. It is tried again only where PostgreSQL said that nothing was done: where
   * a connection is lost on the way, nobody knows.
   */
  async rows(statement: Sql): Promise<readonly Row[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(statement);
      } catch (error) {
        if (attempt >= MAXIMUM_ATTEMPTS || !mayBeTriedAgain(error)) throw error;
        // Those that met go on at different times.
        await wait(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #once(statement: Sql): Promise<readonly Row[]> {
    const client = await this.#pool.connect();
    try {
      const rows = await runStatement(client, statement);
      client.release();
      return rows;
    } catch (error) {
      // A connection on which a statement was refused is as good as before; any other may not even be there.
      client.release(!(error instanceof DatabaseError && error.severity === 'ERROR'));
      throw error;
    }
  }
}

function mayBeTriedAgain(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED);
}
