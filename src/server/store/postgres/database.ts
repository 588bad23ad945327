import type { PoolClient, QueryConfig } from 'pg';
import { DatabaseError, Pool } from 'pg';

import type { Row } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { retryRefused } from './retry-refused.ts';
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

/** Asks for nothing, and gives the connection up after a second without an answer. The types of pg do not know the time-out. */
const PING: QueryConfig & { readonly query_timeout: number } = { text: 'SELECT 1', query_timeout: 1000 };

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

  /** Runs a statement, which is a transaction by itself. */
  async rows(statement: Sql): Promise<readonly Row[]> {
    return retryRefused(() => this.#once(statement));
  }

  /** Sees whether PostgreSQL answers. */
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
      // A connection on which a statement was refused is as good as before; any other may not even be there.
      client.release(!(error instanceof DatabaseError && error.severity === 'ERROR'));
      throw error;
    }
  }
}
