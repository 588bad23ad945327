import { boundProblems } from './check-bounds.ts';
import { recordProblems } from './check-records.ts';
import { maximumLength } from './column-type.ts';
import { isTextConstraint } from './constraint.ts';
import type { ColumnDefinition, Definition, EntityDefinition, WorkspaceDefinition } from './definition.ts';
import type { DefinitionProblem } from './definition-error.ts';
import { duplicateProblems } from './duplicate-problems.ts';
import { nearestName } from './nearest-name.ts';
import { matchingSteps, patternProblem } from './regular-expressions.ts';
import { columnDetails } from './validate-record.ts';

/** Returns what contradicts itself in a definition of the right shape. */
export function definitionProblems({ workspaces }: Definition): readonly DefinitionProblem[] {
  return [
    ...duplicateProblems('/workspaces', workspaces, 'slug'),
    ...keyProblems(workspaces),
    ...workspaces.flatMap((workspace, index) => workspaceProblems(workspace, `/workspaces/${index}`)),
  ];
}

/** Records are checked only if their entities are right. */
function workspaceProblems(workspace: WorkspaceDefinition, path: string): readonly DefinitionProblem[] {
  const { entities, keys, records = {} } = workspace;
  const problems = [
    ...duplicateProblems(`${path}/entities`, entities, 'name'),
    ...duplicateProblems(`${path}/entities`, entities, 'table'),
    ...duplicateProblems(`${path}/keys`, keys, 'name'),
    ...entities.flatMap((entity, index) => entityProblems(entity, entities, `${path}/entities/${index}/columns`)),
  ];
  return problems.length > 0 ? problems : recordProblems(entities, records, `${path}/records`);
}

/** Examples are checked only if the constraints are right, and patterns that take too long are never matched. */
function entityProblems(
  { columns }: EntityDefinition,
  entities: readonly EntityDefinition[],
  path: string,
): readonly DefinitionProblem[] {
  const problems = [
    ...duplicateProblems(path, columns, 'name'),
    ...columns.flatMap((column, index) => columnProblems(column, entities, `${path}/${index}`)),
  ];
  if (problems.length > 0) return problems;
  const slow = slowPatterns(columns, path);
  if (slow.length > 0) return slow;
  return columns.flatMap((column, index) => exampleProblems(column, `${path}/${index}/example`));
}

function columnProblems(
  column: ColumnDefinition,
  entities: readonly EntityDefinition[],
  path: string,
): readonly DefinitionProblem[] {
  const { type, length, scale, constraints = [] } = column;
  const problems = [
    ...(length !== undefined && type !== 'TEXT'
      ? [{ path: `${path}/length`, message: 'is for TEXT columns only' }]
      : []),
    ...(scale !== undefined && type !== 'DECIMAL'
      ? [{ path: `${path}/scale`, message: 'is for DECIMAL columns only' }]
      : []),
    ...referenceProblems(column, entities, path),
    ...constraints.flatMap((constraint, index): readonly DefinitionProblem[] => {
      const place = `${path}/constraints/${index}`;
      const fits = isTextConstraint(constraint.type) ? type === 'TEXT' : type === 'INTEGER' || type === 'DECIMAL';
      if (!fits) return [{ path: `${place}/type`, message: `${constraint.type} cannot be used on a ${type} column` }];
      const message = constraint.type === 'PATTERN' ? patternProblem(String(constraint.value)) : undefined;
      return message === undefined ? [] : [{ path: `${place}/value`, message }];
    }),
  ];
  return problems.length > 0 ? problems : boundProblems(column, path);
}

function referenceProblems(
  { type, references }: ColumnDefinition,
  entities: readonly EntityDefinition[],
  path: string,
): readonly DefinitionProblem[] {
  if (references === undefined) return [];
  if (type !== 'INTEGER')
    return [{ path: `${path}/type`, message: 'must be INTEGER, because the column references ids' }];
  const names = entities.map(({ name }) => name);
  if (names.includes(references)) return [];
  const meant = nearestName(references, names);
  const advice = meant === undefined ? '' : `; did you mean "${meant}"?`;
  return [{ path: `${path}/references`, message: `this workspace has no entity "${references}"${advice}` }];
}

function exampleProblems(column: ColumnDefinition, path: string): readonly DefinitionProblem[] {
  if (column.example === undefined) return [];
  return columnDetails(column, column.example)
    .slice(0, 1)
    .map(({ message }) => ({ path, message }));
}

/** How many steps the patterns of one entity can take. At 30 ns, this is less than 200 ms for a record. */
const MAXIMUM_STEPS = 5_000_000;

function slowPatterns(columns: readonly ColumnDefinition[], path: string): readonly DefinitionProblem[] {
  let steps = 0;
  for (const [index, column] of columns.entries()) {
    for (const [position, { type, value }] of (column.constraints ?? []).entries()) {
      if (type === 'PATTERN') steps += matchingSteps(String(value), maximumLength(column));
      if (steps > MAXIMUM_STEPS)
        return [
          {
            path: `${path}/${index}/constraints/${position}/value`,
            message:
              'makes the patterns of this entity too slow; shorten the pattern, its repetitions such as {900}, or the length of the column',
          },
        ];
    }
  }
  return [];
}

function keyProblems(workspaces: readonly WorkspaceDefinition[]): readonly DefinitionProblem[] {
  const seen = new Set<string>();
  return workspaces.flatMap(({ keys }, workspaceIndex) =>
    keys.flatMap(({ key }, index) => {
      const isRepeated = seen.has(key);
      seen.add(key);
      // The message leaves the key out because it may end up in a log.
      const message = 'is also the key of another entry; use each key once';
      return isRepeated ? [{ path: `/workspaces/${workspaceIndex}/keys/${index}/key`, message }] : [];
    }),
  );
}
