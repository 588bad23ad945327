import type { EntityDefinition } from '../../../workspace/index.ts';
import type { OwnTables } from './own-tables.ts';
import type { Row } from './read-rows.ts';
import type { Sql } from './sql.ts';
import { join, sql } from './sql.ts';

/** Reads the entities of the workspace with that id, and further columns of its row. */
export function selectEntities({ workspaces }: OwnTables, id: string, ...columns: readonly Sql[]): Sql {
  return sql`SELECT ${join([sql`entities`, ...columns], ', ')} FROM ${workspaces} WHERE id = ${id}`;
}

/** The entities that a row of workspaces has. */
export function toEntities(row: Row): readonly EntityDefinition[] {
  return JSON.parse(String(row.entities));
}
