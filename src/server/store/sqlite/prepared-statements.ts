import type { DatabaseSync, StatementSync } from 'node:sqlite';

import type { Row, RowValues } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { textOf } from '../sql/sql.ts';

/** The maximum number of cached prepared statements. Lists can produce any number of different statements. */
const MAXIMUM_STATEMENTS = 500;

type Cache = Map<string, StatementSync>;

/** Runs statements on a database, and keeps them prepared. Integers are read as BigInt. */
export class PreparedStatements {
  readonly #database: DatabaseSync;
  readonly #returningObjects: Cache = new Map();
  readonly #returningArrays: Cache = new Map();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  all(statement: Sql): Row[] {
    return this.#prepare(this.#returningObjects, statement).all(...statement.values);
  }

  /** Returns the rows as values. */
  values(statement: Sql): RowValues[] {
    const rows: unknown = this.#prepare(this.#returningArrays, statement).all(...statement.values);
    return rows as RowValues[];
  }

  run(statement: Sql): void {
    this.#prepare(this.#returningObjects, statement).run(...statement.values);
  }

  #prepare(cache: Cache, statement: Sql): StatementSync {
    const text = textOf(statement, () => '?');
    const cached = cache.get(text);
    if (cached !== undefined) return cached;
    const prepared = this.#database.prepare(text);
    prepared.setReadBigInts(true);
    prepared.setReturnArrays(cache === this.#returningArrays);
    cache.set(text, prepared);
    // A map iterates over its keys in insertion order, so the first one is the oldest.
    const [oldest] = cache.keys();
    if (cache.size > MAXIMUM_STATEMENTS && oldest !== undefined) cache.delete(oldest);
    return prepared;
  }
}
