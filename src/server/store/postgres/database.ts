import type { PoolClient, QueryConfig } from 'pg';
import { DatabaseError, Pool } from 'pg';

import type { Row, RowValues } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import type { PoolMeasures } from '../store.ts';
import { cancelStatement } from './cancel-statement.ts';
import type { Limits } from './limits.ts';
import { connecting, isReadOnly, isUnanswered, retryOutage } from './retry.ts';
import { isNameConflict, runForValues, runStatement, types } from './session.ts';
import type { SessionSettings } from './session-settings.ts';

/** A trivial query that fails after a second without a result. The types of pg do not declare `query_timeout` here. */
const PING: QueryConfig & { readonly query_timeout: number } = { text: 'SELECT 1', query_timeout: 1000 };

/**
 * The connections to a PostgreSQL database. Reads and writes have pools of their own: while commits wait for a standby that does not
 * respond, reads go on.
 */
export class Database {
  readonly #reads: Pool;
  readonly #writes: Pool;
  /** Whether statements have names. A pooler that shares connections between clients rejects them. */
  #isNamed = true;

  /** Calls `reportFault` when an idle connection is lost. */
  constructor(url: string, limits: Limits, settings: SessionSettings, reportFault: (error: unknown) => void) {
    const poolOf = (connections: number): Pool => {
      const pool = new Pool({
        connectionString: url,
        application_name: 'workspace-api',
        max: connections,
        connectionTimeoutMillis: limits.connect,
        query_timeout: limits.answer,
        keepAlive: true,
        types,
        ...settings,
      });
      // Without a listener, an error would end the process. The pool reports errors of idle connections. If a connection is lost
      // during a statement, that statement fails with the error.
      pool.on('error', reportFault);
      pool.on('connect', (client) => client.on('error', () => undefined));
      return pool;
    };
    const writes = Math.ceil(limits.connections / 2);
    this.#writes = poolOf(writes);
    this.#reads = poolOf(limits.connections - writes);
  }

  /** Runs a statement that changes nothing. */
  async read(statement: Sql): Promise<readonly Row[]> {
    return retryOutage(() => this.#run(this.#reads, statement, runStatement), true);
  }

  /** Does the same, but returns the rows as values. */
  async readValues(statement: Sql): Promise<readonly RowValues[]> {
    return retryOutage(() => this.#run(this.#reads, statement, runForValues), true);
  }

  /** Runs a statement as its own transaction. */
  async write(statement: Sql): Promise<readonly Row[]> {
    return retryOutage(() => this.#run(this.#writes, statement, runStatement), false);
  }

  /** Checks that PostgreSQL responds. */
  async ping(): Promise<void> {
    await using(this.#reads, (client) => client.query(PING));
  }

  /** Returns the state of the two pools. */
  measure(): { readonly read: PoolMeasures; readonly write: PoolMeasures } {
    return { read: measured(this.#reads), write: measured(this.#writes) };
  }

  async close(): Promise<void> {
    await Promise.all([this.#reads.end(), this.#writes.end()]);
  }

  async #run<Rows>(
    pool: Pool,
    statement: Sql,
    run: (client: PoolClient, statement: Sql, isNamed: boolean) => Promise<Rows>,
  ): Promise<Rows> {
    try {
      return await using(pool, (client) => run(client, statement, this.#isNamed));
    } catch (error) {
      if (!isNameConflict(error)) throw error;
      // PostgreSQL rejected the name before it ran the statement.
      this.#isNamed = false;
      return using(pool, (client) => run(client, statement, false));
    }
  }
}

function measured({ totalCount, idleCount, waitingCount, options }: Pool): PoolMeasures {
  return { open: totalCount, idle: idleCount, limit: options.max, waiting: waitingCount };
}

/** Runs the work on a connection of a pool. */
async function using<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await connecting(pool.connect());
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // Until PostgreSQL has stopped, its connection counts: otherwise each attempt would add one.
    if (isUnanswered(error)) void cancelStatement(client).then(() => client.release(true));
    else client.release(!isUsableAfter(error));
    throw error;
  }
}

/**
 * A connection stays usable after PostgreSQL rejects a statement, unless it does so because it is a standby: the next connection may be to
 * the primary. After any other error it may be lost.
 */
function isUsableAfter(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity === 'ERROR' && !isReadOnly(error);
}
