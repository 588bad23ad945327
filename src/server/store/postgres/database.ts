import type { PoolClient, QueryConfig } from 'pg';
import { DatabaseError, Pool } from 'pg';

import type { Row } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { retryRefused } from './retry-refused.ts';
import { runStatement, types } from './session.ts';

/** Timeouts, in milliseconds, and the size of the connection pool. */
export interface Limits {
  /** The maximum number of connections. */
  readonly connections: number;
  /** How long to wait for a connection, whether new or released by another request. */
  readonly connect: number;
  /** How long PostgreSQL may work on a statement, including the wait for locks. */
  readonly statement: number;
  /** How long to wait for the result of a statement, in case PostgreSQL no longer responds. */
  readonly answer: number;
}

/** The default limits. They are short enough to send a response before a client or gateway gives up. */
export const defaultLimits: Limits = { connections: 10, connect: 3000, statement: 5000, answer: 6000 };

/** A trivial query that fails after a second without a result. The types of pg do not declare `query_timeout` here. */
const PING: QueryConfig & { readonly query_timeout: number } = { text: 'SELECT 1', query_timeout: 1000 };

/** The connections to a PostgreSQL database. */
export class Database {
  readonly #pool: Pool;

  /** Calls `reportFault` when an idle connection is lost. */
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
    // Without a listener, an error would end the process. The pool reports errors of idle connections. If a connection is lost
    // during a statement, that statement fails with the error.
    this.#pool.on('error', reportFault);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Runs a statement as its own transaction. */
  async rows(statement: Sql): Promise<readonly Row[]> {
    return retryRefused(() => this.#once(statement));
  }

  /** Checks that PostgreSQL responds. */
  async ping(): Promise<void> {
    await this.#with((client) => client.query(PING));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #once(statement: Sql): Promise<readonly Row[]> {
    return this.#with((client) => runStatement(client, statement));
  }

  async #with<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // A connection stays usable after PostgreSQL rejects a statement. After any other error it may be lost, so remove it.
      client.release(!(error instanceof DatabaseError && error.severity === 'ERROR'));
      throw error;
    }
  }
}
