import type { ColumnDefinition, EntityDefinition } from '../../../workspace/index.ts';
import type { Collection } from '../store.ts';
import { sqlTypeOf } from './column-codec.ts';

/** A name as it stands in SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The quoted name of the table that holds a collection. No slug has a point in it, so no two collections share a table. */
export function tableOf({ workspace, entity }: Collection): string {
  return quoted(`${workspace}.${entity.table}`);
}

/** The statements that create the tables and indexes of a workspace. */
export function tableStatements(workspace: string, entities: readonly EntityDefinition[]): string[] {
  return entities.flatMap((entity) => {
    const collection = { workspace, entity };
    const columns = entity.columns.map((column) => columnClause(column, workspace, entities));
    return [
      `CREATE TABLE ${tableOf(collection)} (id INTEGER PRIMARY KEY AUTOINCREMENT, ${columns.join(', ')}) STRICT`,
      ...entity.columns.flatMap((column) => indexStatements(collection, column)),
    ];
  });
}

function columnClause(column: ColumnDefinition, workspace: string, entities: readonly EntityDefinition[]): string {
  const referenced = entities.find(({ name }) => name === column.references);
  return [
    quoted(column.name),
    sqlTypeOf(column),
    column.nullable === false ? 'NOT NULL' : '',
    referenced === undefined ? '' : `REFERENCES ${tableOf({ workspace, entity: referenced })} (id)`,
  ].join(' ');
}

/** A referencing column has an index too: without one, every delete of what it references reads the whole table. */
function indexStatements(collection: Collection, { name, unique, references }: ColumnDefinition): string[] {
  if (unique !== true && references === undefined) return [];
  const index = quoted(`${collection.workspace}.${collection.entity.table}.${name}`);
  return [`CREATE ${unique === true ? 'UNIQUE ' : ''}INDEX ${index} ON ${tableOf(collection)} (${quoted(name)})`];
}
