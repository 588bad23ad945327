import type { ColumnDefinition, EntityDefinition } from '../../../workspace/index.ts';
import { maximumLength } from '../../../workspace/index.ts';
import { storageOf } from '../sql/column-codec.ts';
import type { Sql } from '../sql/sql.ts';
import { join, keyword, quoted, sql } from '../sql/sql.ts';
import { referenceName, uniqueName } from './constraint-names.ts';
import { keptName } from './kept-name.ts';
import { WORKSPACE_COLUMN } from './model.ts';

/** The longest text to index directly, in characters of up to 4 bytes. An index entry of PostgreSQL holds about 2,700 bytes. */
const MAXIMUM_INDEXED = 600;

/** Returns the statements that create the tables of a model. Every index starts with the workspace. */
export function modelStatements(model: string, entities: readonly EntityDefinition[]): Sql[] {
  return [
    sql`CREATE SCHEMA ${quoted(model)}`,
    ...entities.map((entity) => createTable(model, entity)),
    ...entities.flatMap((entity) => entity.columns.flatMap((column) => indexes(model, entity, column))),
    // Last, because entities may reference each other.
    ...entities.flatMap((entity) => entity.columns.flatMap((column) => reference(model, entities, entity, column))),
  ];
}

/** Returns the type of a column. Text is compared by its bytes, regardless of the default collation of the database. */
export function sqlTypeOf(column: ColumnDefinition): Sql {
  return keyword(storageOf(column) === 'text' ? 'text COLLATE "C"' : 'bigint');
}

/** Returns the statements that add a table to a model. All of its columns can be null, because other workspaces may lack them. */
export function addedTable(model: string, entity: EntityDefinition): Sql {
  return createTable(model, { ...entity, columns: entity.columns.map((column) => ({ ...column, nullable: true })) });
}

/** Returns the statement that adds a column, which can be null, to the table of an entity. */
export function addedColumn(model: string, entity: EntityDefinition, column: ColumnDefinition): Sql {
  return sql`ALTER TABLE ${place(model, entity)} ADD COLUMN ${quoted(column.name)} ${sqlTypeOf(column)}`;
}

/** Returns the statements for what is unique in a column and what it references. `entities` are all entities of the workspace. */
export function columnRules(
  model: string,
  entities: readonly EntityDefinition[],
  entity: EntityDefinition,
  column: ColumnDefinition,
): Sql[] {
  return [...indexes(model, entity, column), ...reference(model, entities, entity, column)];
}

/** Describes how a column is stored. Columns of different workspaces share a table only if it is the same. */
export function storedAs(column: ColumnDefinition, entities: readonly EntityDefinition[]): string {
  const referenced = entities.find(({ name }) => name === column.references)?.table ?? '';
  const unique = column.unique === true ? (isLong(column) ? 'md5' : 'unique') : '';
  return [storageOf(column), unique, referenced].join(' ');
}

function createTable(model: string, entity: EntityDefinition): Sql {
  const columns = entity.columns.map((column) => {
    const required = column.nullable === false ? sql` NOT NULL` : sql``;
    return sql`${quoted(column.name)} ${sqlTypeOf(column)}${required}`;
  });
  const key = sql`CONSTRAINT ${quoted(keptName(entity.table, 'key'))} PRIMARY KEY (${WORKSPACE_COLUMN}, id)`;
  const all = [sql`${WORKSPACE_COLUMN} text COLLATE "C" NOT NULL`, sql`id bigint NOT NULL`, ...columns, key];
  return sql`CREATE TABLE ${place(model, entity)} (${join(all, ', ')})`;
}

/** Also indexes references: otherwise, every delete of a referenced record would scan the whole table. */
function indexes(model: string, entity: EntityDefinition, column: ColumnDefinition): Sql[] {
  const name = quoted(column.name);
  if (column.unique === true) {
    const indexed = isLong(column) ? sql`md5(${name})` : name;
    const index = quoted(uniqueName(entity, column));
    return [sql`CREATE UNIQUE INDEX ${index} ON ${place(model, entity)} (${WORKSPACE_COLUMN}, (${indexed}))`];
  }
  if (column.references === undefined) return [];
  const index = quoted(keptName(entity.table, column.name, 'index'));
  // The id lets PostgreSQL read pages filtered by this reference in index order, regardless of the planner's estimates.
  return [sql`CREATE INDEX ${index} ON ${place(model, entity)} (${WORKSPACE_COLUMN}, ${name}, id)`];
}

function reference(
  model: string,
  entities: readonly EntityDefinition[],
  entity: EntityDefinition,
  column: ColumnDefinition,
): Sql[] {
  const referenced = entities.find(({ name }) => name === column.references);
  if (referenced === undefined) return [];
  const key = sql`FOREIGN KEY (${WORKSPACE_COLUMN}, ${quoted(column.name)})`;
  const target = sql`${place(model, referenced)} (${WORKSPACE_COLUMN}, id)`;
  const constraint = quoted(referenceName(entity, column));
  return [sql`ALTER TABLE ${place(model, entity)} ADD CONSTRAINT ${constraint} ${key} REFERENCES ${target}`];
}

function isLong(column: ColumnDefinition): boolean {
  return column.type === 'TEXT' && maximumLength(column) > MAXIMUM_INDEXED;
}

function place(model: string, { table }: EntityDefinition): Sql {
  return sql`${quoted(model)}.${quoted(table)}`;
}
