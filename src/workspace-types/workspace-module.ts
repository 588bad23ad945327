import type { EntityDefinition, WorkspaceDefinition } from '../workspace/index.ts';
import { allRelationsOf } from '../workspace/index.ts';
import { docComment } from './doc-comment.ts';
import { recordTypes } from './record-types.ts';
import type { TypeNames } from './type-names.ts';
import { typeNames } from './type-names.ts';

/** The part of a workspace that its types are derived from. */
export type TypedWorkspace = Pick<WorkspaceDefinition, 'slug' | 'entities'>;

/**
 * Returns the text of a module that exports the types of a workspace: for each entity its record, a new record and its changes, and
 * `interface Workspace`, for `createClient<Workspace>(…)`. The module has no imports. The same workspace always gives the same text.
 */
export function workspaceModule(organization: string, workspace: TypedWorkspace): string {
  const entities = [...typeNames(workspace.entities)];
  return [
    `// The types of the workspace ${organization}/${workspace.slug}, written by \`workspace-api types\`. Do not edit.\n`,
    ...entities.map(([entity, names]) => recordTypes(entity, names)),
    `/** The entities of the workspace ${organization}/${workspace.slug}, for \`createClient<Workspace>(…)\`. */`,
    'export interface Workspace {',
    ...entities.map(([entity, names]) => memberOf(workspace, entity, names)),
    '}\n',
  ].join('\n');
}

function memberOf(workspace: TypedWorkspace, entity: EntityDefinition, names: TypeNames): string {
  const { name, columns, description } = entity;
  const namesOf = (wanted: (column: EntityDefinition['columns'][number]) => boolean): string =>
    union(columns.filter(wanted).map((column) => column.name));
  const referencing = workspace.entities.flatMap((other) =>
    other.columns.filter(({ references }) => references === name).map((column) => column.name),
  );
  return `${docComment([description], '  ')}  readonly ${name}: {
    readonly record: ${names.record};
    readonly create: ${names.create};
    readonly update: ${names.update};
    readonly relations: ${relationTypes(workspace, entity)};
    readonly text: ${namesOf(({ type }) => type === 'TEXT')};
    readonly unique: ${namesOf(({ unique }) => unique === true)};
    readonly references: ${namesOf(({ references }) => references !== undefined)};
    readonly referencedBy: ${union(referencing)};
  };`;
}

function relationTypes(workspace: TypedWorkspace, entity: EntityDefinition): string {
  const lines = allRelationsOf(workspace, entity).map(({ name, column, entity: other, many }) => {
    const target = `'${other.name}'`;
    if (many) return `      readonly ${name}: readonly ${target}[];\n`;
    const nullable = entity.columns.find((each) => each.name === column)?.nullable ?? true;
    return `      readonly ${name}: ${target}${nullable ? ' | null' : ''};\n`;
  });
  return lines.length === 0 ? 'object' : `{\n${lines.join('')}    }`;
}

function union(names: readonly string[]): string {
  const literals = [...new Set(names)].map((name) => `'${name}'`);
  return literals.length === 0 ? 'never' : literals.join(' | ');
}
