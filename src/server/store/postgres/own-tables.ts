import type { EntityDefinition, WorkspaceDefinition } from '../../../workspace/index.ts';
import { encodeValue } from '../sql/column-codec.ts';
import type { OwnTables } from '../sql/own-tables.ts';
import { valueOf } from '../sql/record-values.ts';
import type { Script } from '../sql/script.ts';
import type { Sql } from '../sql/sql.ts';
import { join, quoted, sql } from '../sql/sql.ts';
import type { RecordValues } from '../store.ts';
import { OWN_SCHEMA } from './migrations.ts';
import { extendModel } from './extend-model.ts';
import { createSequence, modelOf, tableOf, WORKSPACE_COLUMN } from './model.ts';
import { modelStatements, sqlTypeOf } from './model-statements.ts';

/** The column of a workspace that contains the name of the schema of its tables. */
export const MODEL = sql`model`;

const WORKSPACES = sql`${quoted(OWN_SCHEMA)}.workspaces`;

/** The tables of workspaces and keys in PostgreSQL. */
export const ownTables: OwnTables = {
  workspaces: WORKSPACES,
  keys: sql`${quoted(OWN_SCHEMA)}.keys`,
  newRow: ({ entities }) => [{ column: MODEL, value: sql`${modelOf(entities)}` }],
  fill,
  *findTables(id) {
    const model = yield* modelNameOf(id);
    return (entity) => tableOf(model, id, entity);
  },
  *extend(id, before, after) {
    yield* extendModel(yield* modelNameOf(id), id, before, after);
  },
};

function* modelNameOf(id: string): Script<string> {
  const [row] = yield sql`SELECT ${MODEL} FROM ${WORKSPACES} WHERE id = ${id}`;
  return String(row?.model);
}

function* fill(id: string, { entities, records = {} }: WorkspaceDefinition): Script<void> {
  const model = modelOf(entities);
  const [existing] = yield sql`SELECT 1 FROM pg_namespace WHERE nspname = ${model}`;
  if (existing === undefined) for (const statement of modelStatements(model, entities)) yield statement;
  const first = (entity: EntityDefinition) => (Object.hasOwn(records, entity.name) ? (records[entity.name] ?? []) : []);
  for (const entity of entities) yield createSequence(model, id, entity, first(entity).length + 1);
  const filled = entities.filter((entity) => first(entity).length > 0);
  if (filled.length > 0) yield insertTogether(filled.map((entity) => insertAll(model, id, entity, first(entity))));
}

/** Combines all inserts in one statement: references are checked at its end, and records may reference later ones. */
function insertTogether(inserts: readonly Sql[]): Sql {
  return sql`WITH ${join(
    inserts.map((insert, index) => sql`${quoted(String(index))} AS (${insert})`),
    ', ',
  )} SELECT 1`;
}

/** Inserts all initial records of an entity. Passes them as JSON, because a statement has a limited number of parameters. */
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
