import type { ClientBase, CustomTypesConfig } from 'pg';

import type { Row } from '../sql/read-rows.ts';
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

/** Runs a statement on a connection. A statement that may be repeated gets a name, so that PostgreSQL can reuse its plan. */
export async function runStatement(client: ClientBase, statement: Sql): Promise<readonly Row[]> {
  const text = textOf(statement, (index) => `$${index + 1}`);
  const name = preparedName(text);
  const { rows } = await client.query<Row>({
    text,
    values: [...statement.values],
    ...(name === undefined ? {} : { name }),
  });
  return rows;
}

function preparedName(text: string): string | undefined {
  const cached = nameOf.get(text);
  if (cached !== undefined || text.length > MAXIMUM_PREPARED_LENGTH || nameOf.size >= MAXIMUM_PREPARED) return cached;
  const name = `workspace_api_${nameOf.size}`;
  nameOf.set(text, name);
  return name;
}
