import type { EntityDefinition, WorkspaceDefinition } from '../../../workspace/index.ts';
import type { OwnTables } from '../sql/own-tables.ts';
import { insertRecord } from '../sql/record-statements.ts';
import type { Script } from '../sql/script.ts';
import { sql } from '../sql/sql.ts';
import { columnStatements, tableOf, tableStatements } from './table.ts';

/** The tables of workspaces and keys in SQLite. */
export const ownTables: OwnTables = {
  workspaces: sql`workspaces`,
  keys: sql`keys`,
  newRow: () => [],
  fill,
  *findTables(id) {
    return (entity) => tableOf(id, entity);
  },
  extend,
};

function* fill(id: string, { entities, records = {} }: WorkspaceDefinition): Script<void> {
  // Records may reference later ones, so check the references at the end of the transaction.
  yield sql`PRAGMA defer_foreign_keys = ON`;
  for (const statement of tableStatements(id, entities, entities)) yield statement;
  for (const entity of entities) {
    const first = Object.hasOwn(records, entity.name) ? records[entity.name] : undefined;
    for (const values of first ?? []) yield insertRecord(tableOf(id, entity), values);
  }
}

function* extend(id: string, before: readonly EntityDefinition[], after: readonly EntityDefinition[]): Script<void> {
  const isNew = (entity: EntityDefinition): boolean => before.every(({ name }) => name !== entity.name);
  for (const statement of tableStatements(id, after.filter(isNew), after)) yield statement;
  for (const entity of after.filter((each) => !isNew(each))) {
    const known = before.find(({ name }) => name === entity.name)?.columns ?? [];
    const added = entity.columns.filter((column) => known.every(({ name }) => name !== column.name));
    for (const column of added) yield* columnStatements(id, after, entity, column);
  }
}
