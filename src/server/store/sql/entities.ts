import type { EntityDefinition } from '../../../workspace/index.ts';
import type { OwnTables } from './own-tables.ts';
import type { Row } from './read-rows.ts';
import type { Sql } from './sql.ts';
import { join, sql } from './sql.ts';

/** Selects the entities of the workspace with this id, and additional columns of its row. */
export function selectEntities({ workspaces }: OwnTables, id: string, ...columns: readonly Sql[]): Sql {
  return sql`SELECT ${join([sql`entities`, ...columns], ', ')} FROM ${workspaces} WHERE id = ${id}`;
}

/** Reads the entities from a row of the workspaces table. */
export function toEntities(row: Row): readonly EntityDefinition[] {
  return JSON.parse(String(row.entities));
}
