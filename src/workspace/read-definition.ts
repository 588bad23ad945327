import { isObject } from '../contract/index.ts';
import { isAccessMode } from './access-mode.ts';
import { definitionProblems } from './check-definition.ts';
import { columnTypes } from './column-type.ts';
import type { Definition, WorkspaceDefinition } from './definition.ts';
import { DefinitionError } from './definition-error.ts';

type Written = Omit<Definition, 'workspaces'> & {
  readonly workspaces: readonly (Omit<WorkspaceDefinition, 'keys'> & Partial<Pick<WorkspaceDefinition, 'keys'>>)[];
};

/**
 * Reads a definition where Ajv is not installed: in browsers, and in tests. It checks the members that the code relies on, and what
 * `parseDefinition` checks besides the schema. `workspace-api openapi FILE` reports every mistake.
 * @throws {DefinitionError} if the definition cannot be used
 */
export function readDefinition(value: unknown): Definition {
  if (!isWritten(value))
    throw new DefinitionError([
      {
        path: '',
        message: 'does not match definition.schema.json; `npx workspace-api-contract openapi FILE` lists what is wrong',
      },
    ]);
  const definition = {
    ...value,
    workspaces: value.workspaces.map((workspace) => ({ ...workspace, keys: workspace.keys ?? [] })),
  };
  const problems = definitionProblems(definition);
  if (problems.length > 0) throw new DefinitionError(problems);
  return definition;
}

function isWritten(value: unknown): value is Written {
  return (
    isObject(value) &&
    isText(value.organization) &&
    isListOf(value.workspaces, isWorkspace) &&
    value.workspaces.length > 0
  );
}

function isWorkspace({ slug, mode, entities, keys = [], records = {} }: Readonly<Record<string, unknown>>): boolean {
  const isRows = (rows: unknown): boolean => isListOf(rows, () => true);
  return (
    isText(slug) &&
    isText(mode) &&
    isAccessMode(mode) &&
    isListOf(entities, ({ name, table, columns }) => isText(name) && isText(table) && isListOf(columns, isColumn)) &&
    isListOf(keys, ({ name, key, permission }) => isText(name) && isText(key) && isText(permission)) &&
    isObject(records) &&
    Object.values(records).every(isRows)
  );
}

function isColumn({ name, type, constraints = [] }: Readonly<Record<string, unknown>>): boolean {
  return (
    isText(name) &&
    isText(type) &&
    Object.hasOwn(columnTypes, type) &&
    isListOf(constraints, (constraint) => isText(constraint.type))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isListOf(
  value: unknown,
  isRight: (item: Readonly<Record<string, unknown>>) => boolean,
): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.every((item) => isObject(item) && isRight(item));
}
