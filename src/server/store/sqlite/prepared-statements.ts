import type { DatabaseSync, StatementSync } from 'node:sqlite';

import type { Row } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { textOf } from '../sql/sql.ts';

/** The maximum number of cached prepared statements. Lists can produce any number of different statements. */
const MAXIMUM_STATEMENTS = 500;

/** Runs statements on a database, and keeps them prepared. Integers are read as BigInt. */
export class PreparedStatements {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  all(statement: Sql): Row[] {
    return this.#prepare(statement).all(...statement.values);
  }

  run(statement: Sql): void {
    this.#prepare(statement).run(...statement.values);
  }

  #prepare(statement: Sql): StatementSync {
    const text = textOf(statement, () => '?');
    const cached = this.#statements.get(text);
    if (cached !== undefined) return cached;
    const prepared = this.#database.prepare(text);
    prepared.setReadBigInts(true);
    this.#statements.set(text, prepared);
    // A map iterates over its keys in insertion order, so the first one is the oldest.
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > MAXIMUM_STATEMENTS && oldest !== undefined) this.#statements.delete(oldest);
    return prepared;
  }
}
