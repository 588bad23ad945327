import type { Row } from './read-rows.ts';
import type { Sql } from './sql.ts';

/**
 * The work of one transaction, written once for both databases: it yields statements, is given their rows, and ends with a
 * result. One database runs it at once, the other over a network and, after a serialization failure, from its beginning again.
 */
export type Script<Result> = Generator<Sql, Result, readonly Row[]>;
