import type { Row } from './read-rows.ts';
import type { Sql } from './sql.ts';

/**
 * The work of one transaction, written once for both databases. It yields statements, receives their rows, and returns a
 * result. SQLite runs it synchronously. PostgreSQL runs it over the network, and restarts it after a serialization failure.
 */
export type Script<Result> = Generator<Sql, Result, readonly Row[]>;
