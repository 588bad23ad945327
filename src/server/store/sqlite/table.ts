import type { ColumnDefinition, EntityDefinition } from '../../../workspace/index.ts';
import { storageOf } from '../sql/column-codec.ts';
import type { Sql } from '../sql/sql.ts';
import { join, quoted, sql } from '../sql/sql.ts';
import type { Table } from '../sql/table.ts';

/** Returns the table of an entity. Each workspace has separate tables: its id has no dot, so table names cannot clash. */
export function tableOf(workspace: string, entity: EntityDefinition): Table {
  const cached = tablesByEntity.get(entity)?.find((table) => table.workspace === workspace);
  if (cached !== undefined) return cached;
  const name = quoted(`${workspace}.${entity.table}`);
  const table = { workspace, entity, name, scope: [], newRow: [], placeFunction: 'instr' } as const;
  tablesByEntity.set(entity, [...(tablesByEntity.get(entity) ?? []), table]);
  return table;
}

// Every statement uses a table, and tables never change. Workspaces created from the same definition may share entities.
const tablesByEntity = new WeakMap<EntityDefinition, readonly (Table & { readonly workspace: string })[]>();

/** Returns the statements that create tables of a workspace and their indexes. `entities` are all entities of the workspace. */
export function tableStatements(
  workspace: string,
  created: readonly EntityDefinition[],
  entities: readonly EntityDefinition[],
): Sql[] {
  return created.flatMap((entity) => {
    const { name } = tableOf(workspace, entity);
    const columns = entity.columns.map((column) => columnClause(column, workspace, entities));
    return [
      sql`CREATE TABLE ${name} (id INTEGER PRIMARY KEY AUTOINCREMENT, ${join(columns, ', ')}) STRICT`,
      ...entity.columns.flatMap((column) => indexStatements(workspace, entity, column)),
    ];
  });
}

/** Returns the statements that add a column, which can be null, to a table. `entities` are all entities of the workspace. */
export function columnStatements(
  workspace: string,
  entities: readonly EntityDefinition[],
  entity: EntityDefinition,
  column: ColumnDefinition,
): Sql[] {
  const { name } = tableOf(workspace, entity);
  return [
    sql`ALTER TABLE ${name} ADD COLUMN ${columnClause(column, workspace, entities)}`,
    ...indexStatements(workspace, entity, column),
  ];
}

function columnClause(column: ColumnDefinition, workspace: string, entities: readonly EntityDefinition[]): Sql {
  const referenced = entities.find(({ name }) => name === column.references);
  const type = storageOf(column) === 'text' ? sql`TEXT` : sql`INTEGER`;
  const required = column.nullable === false ? sql` NOT NULL` : sql``;
  const reference = referenced === undefined ? sql`` : sql` REFERENCES ${tableOf(workspace, referenced).name} (id)`;
  return sql`${quoted(column.name)} ${type}${required}${reference}`;
}

/** Also indexes references: otherwise, every delete of a referenced record would scan the whole table. */
function indexStatements(workspace: string, entity: EntityDefinition, column: ColumnDefinition): Sql[] {
  const { name, unique, references } = column;
  if (unique !== true && references === undefined) return [];
  const index = quoted(`${workspace}.${entity.table}.${name}`);
  const kind = unique === true ? sql`UNIQUE ` : sql``;
  return [sql`CREATE ${kind}INDEX ${index} ON ${tableOf(workspace, entity).name} (${quoted(name)})`];
}
