import { hash } from 'node:crypto';

import type { ClientBase, CustomTypesConfig, QueryConfig } from 'pg';
import { DatabaseError } from 'pg';

import type { Row, RowValues } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { textOf } from '../sql/sql.ts';

/** The type id of 64-bit integers: `SELECT oid FROM pg_type WHERE typname = 'int8'`. */
const INT8 = 20;

/** Parses integers as BigInt, as the SQLite connection does. Everything else stays text. */
export const types: CustomTypesConfig = {
  getTypeParser: (type: number) => (type === INT8 ? (text: string) => BigInt(text) : (text: string) => text),
};

/** The maximum number of prepared statements. Lists can produce any number of different statements. */
const MAXIMUM_PREPARED = 500;

/** The maximum length of a prepared statement. Longer ones list many values, and are rarely repeated. */
const MAXIMUM_PREPARED_LENGTH = 4000;

const nameOf = new Map<string, string>();

/**
 * Runs a statement on a connection. With `isNamed`, a statement that may be repeated gets a name, so that PostgreSQL can reuse its plan.
 * The name is a hash of the text: a pooler may let several clients use one connection, and a name must never run another statement.
 */
export async function runStatement(client: ClientBase, statement: Sql, isNamed = false): Promise<readonly Row[]> {
  return (await client.query<Row>(queryOf(statement, isNamed))).rows;
}

/** Does the same, but returns the rows as values. */
export async function runForValues(client: ClientBase, statement: Sql, isNamed = false): Promise<readonly RowValues[]> {
  return (await client.query<unknown[]>({ ...queryOf(statement, isNamed), rowMode: 'array' })).rows;
}

function queryOf(statement: Sql, isNamed: boolean): QueryConfig {
  const text = textOf(statement, (index) => `$${index + 1}`);
  const name = isNamed ? preparedName(text) : undefined;
  return { text, values: [...statement.values], ...(name === undefined ? {} : { name }) };
}

/** Whether a statement was rejected because of its name: another client of a pooler prepared it, or on another connection. */
export function isNameConflict(error: unknown): boolean {
  // duplicate_prepared_statement, invalid_sql_statement_name
  return error instanceof DatabaseError && (error.code === '42P05' || error.code === '26000');
}

function preparedName(text: string): string | undefined {
  const cached = nameOf.get(text);
  if (cached !== undefined || text.length > MAXIMUM_PREPARED_LENGTH || nameOf.size >= MAXIMUM_PREPARED) return cached;
  const name = `workspace_api_${hash('sha256', text, 'base64url')}`;
  nameOf.set(text, name);
  return name;
}
