import type { ClientBase } from 'pg';
import { Client } from 'pg';

import type { Definition, EntityDefinition, WorkspaceDefinition } from '../../../workspace/index.ts';
import { encodeValue } from '../sql/column-codec.ts';
import { valueOf } from '../sql/record-values.ts';
import type { Sql } from '../sql/sql.ts';
import { join, quoted, sql } from '../sql/sql.ts';
import type { RecordValues } from '../store.ts';
import { DataPlaceError } from '../store-errors.ts';
import { OWN_SCHEMA, steps } from './migrations.ts';
import { createSequence, modelOf, WORKSPACE_COLUMN } from './model.ts';
import { modelStatements, sqlTypeOf } from './model-statements.ts';
import { runStatement, types } from './session.ts';
import { insertWorkspace } from './workspaces.ts';

/** How long a statement may take, and the wait for other processes that start, in milliseconds. */
const TIMEOUT = 60_000;

/** The key of the lock (`pg_advisory_xact_lock`) that processes hold while they start; any number that nobody else takes. */
const START_LOCK = 7_236_901_145n;

/**
 * Brings the tables of a database up to date, and fills an empty one from the definition; all or nothing, and one process after
 * the other. What is in one that was filled before stays as it is.
 * @throws {DataPlaceError} where the database can not be used
 */
export async function applyDefinition(url: string, definition: Definition, connectTimeout: number): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: TIMEOUT,
    types,
  });
  // What is lost is told by the statement that needs it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN');
    await apply(client, definition);
    await client.query('COMMIT');
  } catch (cause) {
    if (cause instanceof DataPlaceError) throw cause;
    // The cause is told, the address is not: it has a password in it.
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DataPlaceError(`The PostgreSQL database can not be used (${reason}): correct DATABASE_URL`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function apply(client: ClientBase, definition: Definition): Promise<void> {
  const [encoding] = await runStatement(client, sql`SHOW server_encoding`);
  if (encoding?.server_encoding !== 'UTF8')
    throw new DataPlaceError('The PostgreSQL database must have the encoding UTF8: create another one');
  await runStatement(client, sql`SELECT pg_advisory_xact_lock(${START_LOCK})`);
  const done = await stepsDone(client);
  if (done > steps.length)
    throw new DataPlaceError('The PostgreSQL database was made by a later version of this server: use that one');
  for (const statement of steps.slice(done).flat()) await client.query(statement);
  if (done < steps.length) await client.query(`INSERT INTO ${OWN_SCHEMA}.steps (done) VALUES (${steps.length})`);
  if (done > 0) return;
  for (const workspace of definition.workspaces) await fillWorkspace(client, definition.organization, workspace);
}

async function stepsDone(client: ClientBase): Promise<number> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${OWN_SCHEMA}`);
  await client.query(`CREATE TABLE IF NOT EXISTS ${OWN_SCHEMA}.steps (done bigint PRIMARY KEY)`);
  const [row] = await runStatement(client, sql`SELECT max(done) AS done FROM ${quoted(OWN_SCHEMA)}.steps`);
  return Number(row?.done ?? 0);
}

async function fillWorkspace(client: ClientBase, organization: string, workspace: WorkspaceDefinition): Promise<void> {
  const { slug, entities, records = {} } = workspace;
  const model = modelOf(entities);
  const [known] = await runStatement(client, sql`SELECT 1 FROM pg_namespace WHERE nspname = ${model}`);
  const first = (entity: EntityDefinition) => (Object.hasOwn(records, entity.name) ? (records[entity.name] ?? []) : []);
  const filled = entities.filter((entity) => first(entity).length > 0);
  const statements = [
    ...(known === undefined ? modelStatements(model, entities) : []),
    ...insertWorkspace(organization, workspace),
    ...entities.map((entity) => createSequence(model, slug, entity, first(entity).length + 1)),
    ...(filled.length === 0
      ? []
      : [insertTogether(filled.map((entity) => insertAll(model, slug, entity, first(entity))))]),
  ];
  for (const statement of statements) await runStatement(client, statement);
}

/** References are checked at the end of a statement, and records may reference others that come after them: so there is one. */
function insertTogether(inserts: readonly Sql[]): Sql {
  return sql`WITH ${join(
    inserts.map((insert, index) => sql`${quoted(String(index))} AS (${insert})`),
    ', ',
  )} SELECT 1`;
}

/** Inserts all first records of an entity. They come as JSON, because there may be more values than a statement can have. */
function insertAll(model: string, workspace: string, entity: EntityDefinition, records: readonly RecordValues[]): Sql {
  const { columns } = entity;
  const rows = records.map((values, index) => ({
    id: String(index + 1),
    ...Object.fromEntries(
      columns.map((column) => [column.name, asText(encodeValue(column, valueOf(values, column.name)))]),
    ),
  }));
  const names = join([sql`id`, ...columns.map(({ name }) => quoted(name))], ', ');
  const typed = join(
    [sql`id bigint`, ...columns.map((column) => sql`${quoted(column.name)} ${sqlTypeOf(column)}`)],
    ', ',
  );
  return sql`INSERT INTO ${quoted(model)}.${quoted(entity.table)} (${WORKSPACE_COLUMN}, ${names})
    SELECT ${workspace}, ${names} FROM jsonb_to_recordset(CAST(${JSON.stringify(rows)} AS jsonb)) AS listed (${typed})`;
}

function asText(value: string | bigint | null): string | null {
  return value === null ? null : String(value);
}
