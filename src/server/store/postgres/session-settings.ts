import { Client } from 'pg';

import type { Limits } from './limits.ts';

/** The settings that a connection starts with. */
export interface SessionSettings {
  /** How long PostgreSQL may work on a statement, in milliseconds. */
  readonly statement_timeout?: number;
}

/**
 * Returns the settings that the database accepts at the start of a connection. PgBouncer refuses a time limit for statements; then only
 * the server's own time limit applies, which cancels the statement.
 */
export async function sessionSettings(url: string, limits: Limits): Promise<SessionSettings> {
  const settings = { statement_timeout: limits.statement };
  const client = new Client({ connectionString: url, connectionTimeoutMillis: limits.connect, ...settings });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return settings;
  } catch (error) {
    if (error instanceof Error && /unsupported startup parameter/.test(error.message)) return {};
    // The pool tries again, and reports the error.
    return settings;
  } finally {
    await client.end().catch(() => undefined);
  }
}
