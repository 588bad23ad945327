import type { EntityDefinition } from '../../../workspace/index.ts';
import type { EntityRevision } from '../entity-cache.ts';
import type { OwnTables } from './own-tables.ts';
import type { Row } from './read-rows.ts';
import type { Sql } from './sql.ts';
import { join, sql } from './sql.ts';

/** Selects the entities of the workspace with this id, their revision, and additional columns of its row. */
export function selectEntities({ workspaces }: OwnTables, id: string, ...columns: readonly Sql[]): Sql {
  return sql`SELECT ${join([sql`entities, revision`, ...columns], ', ')} FROM ${workspaces} WHERE id = ${id}`;
}

/** Reads the entities and their revision from a row of `selectEntities`. */
export function toEntityRevision(row: Row): EntityRevision {
  return { entities: toEntities(row), revision: Number(row.revision) };
}

/** Reads the entities from a row of the workspaces table. */
export function toEntities(row: Row): readonly EntityDefinition[] {
  return JSON.parse(String(row.entities));
}
