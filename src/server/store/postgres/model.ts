import { createHash } from 'node:crypto';

import type { EntityDefinition } from '../../../workspace/index.ts';
import { maximumLength, scaleOf } from '../../../workspace/index.ts';
import type { Sql } from '../sql/sql.ts';
import { sql, quoted } from '../sql/sql.ts';
import type { Table } from '../sql/table.ts';
import { keptName } from './kept-name.ts';

/** The column of every table that leads its keys. No column of an entity is called so. */
export const WORKSPACE_COLUMN = quoted('@workspace');

/**
 * The name of the schema that holds the tables of a workspace. Workspaces whose entities are kept alike share it: with a
 * hundred thousand workspaces of a few models, there are a few tables. Constraints are judged before anything is kept, so they
 * do not tell models apart.
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

/** The table of an entity in a model, and the rows in it that are a workspace's. */
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

/** The statement that makes the ids of an entity begin after the first records. Each workspace counts for itself. */
export function createSequence(model: string, workspace: string, entity: EntityDefinition, first: number): Sql {
  const start = { texts: [String(first)], values: [] };
  return sql`CREATE SEQUENCE ${quoted(model)}.${quoted(idSequence(workspace, entity))} START ${start}`;
}

function idSequence(workspace: string, { table }: EntityDefinition): string {
  return keptName(workspace, table, 'id');
}
