import type { EntityDefinition } from '../../../workspace/index.ts';
import { toEntities } from '../sql/entities.ts';
import type { Script } from '../sql/script.ts';
import { quoted, sql } from '../sql/sql.ts';
import { AdministrationError } from '../store-errors.ts';
import { OWN_SCHEMA } from './migrations.ts';
import { createSequence } from './model.ts';
import { addedColumn, addedTable, columnRules, storedAs } from './model-statements.ts';

/** The columns of a model's tables: how each is stored, by table and column. */
type Stored = Map<string, Map<string, string>>;

/**
 * Adds to the tables of a model what a workspace needs. Other workspaces with the same model share the tables. They never use the new
 * columns, which are null for their records, unless they add the same ones.
 * @throws {AdministrationError} if another workspace already has such a column, stored in another way
 */
export function* extendModel(
  model: string,
  workspace: string,
  before: readonly EntityDefinition[],
  after: readonly EntityDefinition[],
): Script<void> {
  // A hundred thousand workspaces can share a model, but have only a few different definitions.
  const rows = yield sql`SELECT DISTINCT entities FROM ${quoted(OWN_SCHEMA)}.workspaces WHERE model = ${model}`;
  const stored: Stored = new Map();
  for (const entities of rows.map(toEntities)) addTo(stored, entities);
  const rules = [];
  for (const entity of after) {
    const columns = stored.get(entity.table);
    if (columns === undefined) yield addedTable(model, entity);
    if (before.every(({ name }) => name !== entity.name)) yield createSequence(model, workspace, entity, 1);
    for (const column of entity.columns) {
      const known = columns?.get(column.name);
      if (known !== undefined && known !== storedAs(column, after)) throw conflict(entity.name, column.name);
      if (known !== undefined) continue;
      if (columns !== undefined) yield addedColumn(model, entity, column);
      rules.push(...columnRules(model, after, entity, column));
    }
  }
  // Last, because entities may reference each other.
  for (const rule of rules) yield rule;
}

function addTo(stored: Stored, entities: readonly EntityDefinition[]): void {
  for (const { table, columns } of entities) {
    const known = stored.get(table) ?? new Map<string, string>();
    stored.set(table, known);
    for (const column of columns) known.set(column.name, storedAs(column, entities));
  }
}

function conflict(entity: string, column: string): AdministrationError {
  return new AdministrationError(
    `${entity}.${column} cannot be added, because another workspace in this database shares the table and has a column of that name with ` +
      'another type, reference or uniqueness: choose another name',
  );
}
