import type { ClientBase, CustomTypesConfig } from 'pg';

import type { Row } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { textOf } from '../sql/sql.ts';

/** The type that whole numbers have: `SELECT oid FROM pg_type WHERE typname = 'int8'`. */
const INT8 = 20;

/** Whole numbers come as BigInt, as they do from SQLite, and all else as text. */
export const types: CustomTypesConfig = {
  getTypeParser: (type: number) => (type === INT8 ? (text: string) => BigInt(text) : (text: string) => text),
};

/** How many statements a connection keeps prepared; what lists ask for has no end. */
const MAXIMUM_PREPARED = 500;

/** A longer one is a list of many values, and hardly comes twice. */
const MAXIMUM_PREPARED_LENGTH = 4000;

const nameOf = new Map<string, string>();

/** Runs a statement on a connection. One that may come again has a name, by which PostgreSQL keeps its plan. */
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
  const known = nameOf.get(text);
  if (known !== undefined || text.length > MAXIMUM_PREPARED_LENGTH || nameOf.size >= MAXIMUM_PREPARED) return known;
  const name = `workspace_api_${nameOf.size}`;
  nameOf.set(text, name);
  return name;
}
