import type { ClientBase } from 'pg';
import { Client, DatabaseError } from 'pg';

import type { Script } from '../sql/script.ts';
import type { ScriptRunner } from '../sql/scripted-administration.ts';
import { quoted, sql } from '../sql/sql.ts';
import { AdministrationError, DataPlaceError, laterVersion } from '../store-errors.ts';
import { OWN_SCHEMA, steps } from './migrations.ts';
import { ownTables } from './own-tables.ts';
import { isReadOnly, retryRolledBack } from './retry.ts';
import { runScript } from './run-script.ts';
import { runStatement, types } from './session.ts';

/** How long a statement may take, including the wait for other administrators, in milliseconds. */
const TIMEOUT = 60_000;

/** The key of the lock (`pg_advisory_xact_lock`) that every administrator holds. It is an arbitrary number. */
const ADMINISTRATION_LOCK = 7_236_901_145n;

/**
 * A connection that administers a database. Only one such session works at a time. Servers that read and write records never
 * wait for it.
 */
export class AdministrationSession implements ScriptRunner {
  readonly tables = ownTables;
  readonly #client: Client;
  /** Settles when the previous transaction has ended. */
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * Connects, and brings the tables of workspaces and keys up to date.
   * @throws {DataPlaceError} if the database cannot be used
   */
  static async open(url: string, connectTimeout: number): Promise<AdministrationSession> {
    // The constructor throws if the URL is invalid.
    const session = await explained(async () => new AdministrationSession(url, connectTimeout));
    try {
      await explained(() => session.#client.connect());
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
      types,
    });
    // The next statement reports a lost connection.
    this.#client.on('error', () => undefined);
  }

  async transaction<Result>(begin: () => Script<Result>): Promise<Result> {
    return this.#transaction(() => runScript(this.#client, begin()));
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }

  #transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(() => explained(() => retryRolledBack(() => this.#attempt(work))));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#client.query('BEGIN');
    try {
      // A setting of the session would not stay with it behind a pooler, and PgBouncer refuses it at the start.
      await this.#client.query(`SET LOCAL statement_timeout = ${TIMEOUT}`);
      await runStatement(this.#client, sql`SELECT pg_advisory_xact_lock(${ADMINISTRATION_LOCK})`);
      const result = await work();
      await this.#client.query('COMMIT');
      return result;
    } catch (error) {
      // If the connection is lost, PostgreSQL rolls back automatically.
      await this.#client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

async function migrate(client: ClientBase): Promise<void> {
  const [encoding] = await runStatement(client, sql`SHOW server_encoding`);
  if (encoding?.server_encoding !== 'UTF8')
    throw new DataPlaceError('The PostgreSQL database must use the encoding UTF8: create another database');
  const done = await stepsDone(client);
  if (done > steps.length) throw new DataPlaceError(laterVersion('The PostgreSQL database', done, steps.length));
  for (const statement of steps.slice(done).flat()) await client.query(statement);
  if (done < steps.length) await client.query(`INSERT INTO ${OWN_SCHEMA}.steps (done) VALUES (${steps.length})`);
}

async function stepsDone(client: ClientBase): Promise<number> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${OWN_SCHEMA}`);
  await client.query(`CREATE TABLE IF NOT EXISTS ${OWN_SCHEMA}.steps (done bigint PRIMARY KEY)`);
  const [row] = await runStatement(client, sql`SELECT max(done) AS done FROM ${quoted(OWN_SCHEMA)}.steps`);
  return Number(row?.done ?? 0);
}

/** Reports errors of PostgreSQL and the connection in one line. Contains the cause, but not the URL, which has a password. */
async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DataPlaceError || cause instanceof AdministrationError) throw cause;
    throw new DataPlaceError(`The PostgreSQL database cannot be used (${reasonOf(cause)}): ${adviceFor(cause)}`, {
      cause,
    });
  }
}

/** If a host name has several addresses and all fail, the error has no message, only the errors of each address. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** An error that PostgreSQL reports after connecting is rarely caused by a wrong URL. */
function adviceFor(error: unknown): string {
  if (isReadOnly(error)) return 'DATABASE_URL must name the primary, or a proxy that finds it';
  const isStatement = error instanceof DatabaseError && !/^(08|28|3D)/.test(error.code ?? '');
  return isStatement ? 'fix this, and try again' : 'correct DATABASE_URL, or start the database';
}
