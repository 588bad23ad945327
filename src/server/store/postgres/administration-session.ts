import type { ClientBase } from 'pg';
import { Client, DatabaseError } from 'pg';

import type { Script } from '../sql/script.ts';
import type { ScriptRunner } from '../sql/scripted-administration.ts';
import { quoted, sql } from '../sql/sql.ts';
import { AdministrationError, DataPlaceError } from '../store-errors.ts';
import { OWN_SCHEMA, steps } from './migrations.ts';
import { ownTables } from './own-tables.ts';
import { retryRefused } from './retry-refused.ts';
import { runScript } from './run-script.ts';
import { runStatement, types } from './session.ts';

/** How long a statement may take, and the wait for others who administer, in milliseconds. */
const TIMEOUT = 60_000;

/** The key of the lock (`pg_advisory_xact_lock`) that those who administer hold; any number that nobody else takes. */
const ADMINISTRATION_LOCK = 7_236_901_145n;

/**
 * A connection that administers a database, one after the other of those that do. The servers' own work on records never waits
 * for it.
 */
export class AdministrationSession implements ScriptRunner {
  readonly tables = ownTables;
  readonly #client: Client;
  /** Settles when the transaction before has ended. */
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * Connects, and brings our own tables up to date.
   * @throws {DataPlaceError} where the database can not be used
   */
  static async open(url: string, connectTimeout: number): Promise<AdministrationSession> {
    // A URL that is none is refused before anything is sent.
    const session = await told(async () => new AdministrationSession(url, connectTimeout));
    try {
      await told(() => session.#client.connect());
      await session.#transaction(() => migrate(session.#client));
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  private constructor(url: string, connectTimeout: number) {
    this.#client = new Client({
      connectionString: url,
      application_name: 'workspace-api admin',
      connectionTimeoutMillis: connectTimeout,
      statement_timeout: TIMEOUT,
      types,
    });
    // What is lost is told by the statement that needs it.
    this.#client.on('error', () => undefined);
  }

  async transaction<Result>(begin: () => Script<Result>): Promise<Result> {
    return this.#transaction(() => runScript(this.#client, begin()));
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }

  #transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(() => told(() => retryRefused(() => this.#attempt(work))));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#client.query('BEGIN');
    try {
      await runStatement(this.#client, sql`SELECT pg_advisory_xact_lock(${ADMINISTRATION_LOCK})`);
      const result = await work();
      await this.#client.query('COMMIT');
      return result;
    } catch (error) {
      // Where the connection is lost, PostgreSQL does it by itself.
      await this.#client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

async function migrate(client: ClientBase): Promise<void> {
  const [encoding] = await runStatement(client, sql`SHOW server_encoding`);
  if (encoding?.server_encoding !== 'UTF8')
    throw new DataPlaceError('The PostgreSQL database must have the encoding UTF8: create another one');
  const done = await stepsDone(client);
  if (done > steps.length)
    throw new DataPlaceError('The PostgreSQL database was made by a later version of this server: use that one');
  for (const statement of steps.slice(done).flat()) await client.query(statement);
  if (done < steps.length) await client.query(`INSERT INTO ${OWN_SCHEMA}.steps (done) VALUES (${steps.length})`);
}

async function stepsDone(client: ClientBase): Promise<number> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${OWN_SCHEMA}`);
  await client.query(`CREATE TABLE IF NOT EXISTS ${OWN_SCHEMA}.steps (done bigint PRIMARY KEY)`);
  const [row] = await runStatement(client, sql`SELECT max(done) AS done FROM ${quoted(OWN_SCHEMA)}.steps`);
  return Number(row?.done ?? 0);
}

/** Tells in one line what PostgreSQL, or the way to it, refuses. The cause is told, the address is not: it has a password in it. */
async function told<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DataPlaceError || cause instanceof AdministrationError) throw cause;
    throw new DataPlaceError(`The PostgreSQL database can not be used (${reasonOf(cause)}): ${adviceFor(cause)}`, {
      cause,
    });
  }
}

/** A name with several addresses, none of which answers, makes an error without words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** What PostgreSQL itself refused once the connection stood is seldom the address's fault. */
function adviceFor(error: unknown): string {
  const isStatement = error instanceof DatabaseError && !/^(08|28|3D)/.test(error.code ?? '');
  return isStatement ? 'mend that, and try again' : 'correct DATABASE_URL, or start the database';
}
