import { checkRecords } from './check-records.ts';
import { maximumLength } from './column-type.ts';
import { isTextConstraint } from './constraint.ts';
import type { ColumnDefinition, Definition, EntityDefinition, WorkspaceDefinition } from './definition.ts';
import { DefinitionError } from './definition-error.ts';
import { matchingSteps, patternProblem } from './pattern.ts';
import { requireUnique } from './require-unique.ts';
import { columnDetails } from './validate-record.ts';

/** @throws {DefinitionError} if a definition of the right shape contradicts itself */
export function checkDefinition({ workspaces }: Definition): void {
  requireUnique('/workspaces', workspaces, 'slug');
  requireUniqueKeys(workspaces);
  workspaces.forEach((workspace, index) => checkWorkspace(workspace, `/workspaces/${index}`));
}

function checkWorkspace(workspace: WorkspaceDefinition, path: string): void {
  const { entities, keys, records = {} } = workspace;
  requireUnique(`${path}/entities`, entities, 'name');
  requireUnique(`${path}/entities`, entities, 'table');
  requireUnique(`${path}/keys`, keys, 'name');
  entities.forEach(({ columns }, entityIndex) => {
    const columnsPath = `${path}/entities/${entityIndex}/columns`;
    requireUnique(columnsPath, columns, 'name');
    columns.forEach((column, index) => checkColumn(column, entities, `${columnsPath}/${index}`));
    requireFastPatterns(columns, columnsPath);
    columns.forEach((column, index) => checkExample(column, `${columnsPath}/${index}/example`));
  });
  checkRecords(entities, records, `${path}/records`);
}

function checkColumn(column: ColumnDefinition, entities: readonly EntityDefinition[], path: string): void {
  const { type, length, scale, references, constraints = [] } = column;
  if (length !== undefined && type !== 'TEXT') throw new DefinitionError(`${path}/length`, 'is for TEXT columns only');
  if (scale !== undefined && type !== 'DECIMAL')
    throw new DefinitionError(`${path}/scale`, 'is for DECIMAL columns only');
  if (references !== undefined) {
    if (type !== 'INTEGER')
      throw new DefinitionError(`${path}/type`, 'must be INTEGER, because the column references ids');
    if (entities.every(({ name }) => name !== references))
      throw new DefinitionError(`${path}/references`, `this workspace has no entity "${references}"`);
  }
  constraints.forEach((constraint, index) => {
    const place = `${path}/constraints/${index}`;
    const fits = isTextConstraint(constraint.type) ? type === 'TEXT' : type === 'INTEGER' || type === 'DECIMAL';
    if (!fits) throw new DefinitionError(`${place}/type`, `${constraint.type} cannot be used on a ${type} column`);
    const problem = constraint.type === 'PATTERN' ? patternProblem(String(constraint.value)) : undefined;
    if (problem !== undefined) throw new DefinitionError(`${place}/value`, problem);
  });
}

function checkExample(column: ColumnDefinition, path: string): void {
  if (column.example === undefined) return;
  const [detail] = columnDetails(column, column.example);
  if (detail !== undefined) throw new DefinitionError(path, detail.message);
}

/** How many steps the patterns of one entity can take. At 30 ns, this is less than 200 ms for a record. */
const MAXIMUM_STEPS = 5_000_000;

function requireFastPatterns(columns: readonly ColumnDefinition[], path: string): void {
  let steps = 0;
  for (const [index, column] of columns.entries()) {
    for (const [position, { type, value }] of (column.constraints ?? []).entries()) {
      if (type === 'PATTERN') steps += matchingSteps(String(value), maximumLength(column));
      if (steps > MAXIMUM_STEPS)
        throw new DefinitionError(
          `${path}/${index}/constraints/${position}/value`,
          'makes the patterns of this entity too slow; shorten the pattern, its repetitions such as {900}, or the length of the column',
        );
    }
  }
}

function requireUniqueKeys(workspaces: readonly WorkspaceDefinition[]): void {
  const seen = new Set<string>();
  workspaces.forEach(({ keys }, workspaceIndex) => {
    keys.forEach(({ key }, index) => {
      // The message leaves the key out because it may end up in a log.
      if (seen.has(key))
        throw new DefinitionError(
          `/workspaces/${workspaceIndex}/keys/${index}/key`,
          'is also the key of another entry; use each key once',
        );
      seen.add(key);
    });
  });
}
