import { createHash } from 'node:crypto';

import type { EntityDefinition } from '../../../workspace/index.ts';
import { maximumLength, scaleOf } from '../../../workspace/index.ts';
import type { Sql } from '../sql/sql.ts';
import { sql, quoted } from '../sql/sql.ts';
import type { Table } from '../sql/table.ts';
import { keptName } from './kept-name.ts';

/** The column that every index of the tables starts with. No column of an entity can have this name. */
export const WORKSPACE_COLUMN = quoted('@workspace');

/**
 * Returns the name of the schema that contains the tables of a workspace. Workspaces that store their entities the same way
 * share a schema, so a hundred thousand workspaces with a few models need only a few tables. Value constraints are checked
 * before a record is stored, so they do not affect the model.
 */
export function modelOf(entities: readonly EntityDefinition[]): string {
  const kept = entities.map(({ name, table, columns }) => [
    name,
    table,
    columns.map((column) => [
      column.name,
      column.type,
      column.nullable ?? true,
      column.unique ?? false,
      maximumLength(column),
      scaleOf(column),
      column.references ?? null,
    ]),
  ]);
  return `workspace_model_${createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 24)}`;
}

/** Returns the table of an entity in a model, limited to the rows of one workspace. */
export function tableOf(model: string, workspace: string, entity: EntityDefinition): Table {
  const name = sql`${quoted(model)}.${quoted(entity.table)}`;
  const sequence = `"${model}"."${idSequence(workspace, entity)}"`;
  return {
    entity,
    name,
    scope: [sql`${WORKSPACE_COLUMN} = ${workspace}`],
    newRow: [
      { column: WORKSPACE_COLUMN, value: sql`${workspace}` },
      { column: sql`id`, value: sql`nextval(CAST(${sequence} AS regclass))` },
    ],
    placeFunction: 'strpos',
  };
}

/** Returns the statement that creates the sequence of ids of an entity. Each workspace has separate sequences. */
export function createSequence(model: string, workspace: string, entity: EntityDefinition, first: number): Sql {
  const start = { texts: [String(first)], values: [] };
  return sql`CREATE SEQUENCE ${quoted(model)}.${quoted(idSequence(workspace, entity))} START ${start}`;
}

function idSequence(workspace: string, { table }: EntityDefinition): string {
  return keptName(workspace, table, 'id');
}
