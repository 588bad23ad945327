import type { Definition, WorkspaceDefinition } from '../../workspace/index.ts';
import type { OptionTable } from './option-table.ts';
import { readDefinition } from './read-definition.ts';
import { Refusal } from './usage-error.ts';

/** A workspace of a definition file, and the slug of its organization. */
export interface DefinedWorkspace {
  readonly definition: Definition;
  readonly organization: string;
  readonly workspace: WorkspaceDefinition;
}

/** The option that picks a workspace of a definition file. */
export const workspaceOfFile = {
  workspace: {
    type: 'string',
    value: 'NAME',
    text: 'the workspace, as ORGANIZATION/WORKSPACE or WORKSPACE; needed if FILE defines several',
    variable: null,
  },
} satisfies OptionTable;

/**
 * Reads one workspace from a file that defines workspaces. A file with only one needs no name.
 * @param name ORGANIZATION/WORKSPACE or WORKSPACE
 * @throws {Refusal} if the file cannot be used, does not define that workspace, or defines several and none is named
 */
export async function readWorkspace(file: string, name: string | undefined): Promise<DefinedWorkspace> {
  const definition = await readDefinition(file);
  const { organization } = definition;
  return { definition, organization, workspace: workspaceNamed(definition, file, name) };
}

/**
 * Returns one workspace of a definition. A definition with only one needs no name.
 * @param file the name of the file in messages
 * @param name ORGANIZATION/WORKSPACE or WORKSPACE
 * @throws {Refusal} if the definition does not have that workspace, or has several and none is named
 */
export function workspaceNamed(
  { organization, workspaces }: Definition,
  file: string,
  name: string | undefined,
): WorkspaceDefinition {
  const fullName = ({ slug }: WorkspaceDefinition): string => `${organization}/${slug}`;
  const found = workspaces.filter((each) => name === undefined || name === fullName(each) || name === each.slug);
  const [workspace, ...others] = found;
  if (workspace !== undefined && others.length === 0) return workspace;
  const names = workspaces.map(fullName).join(', ');
  if (name === undefined) throw new Refusal(`${file} defines several workspaces; add --workspace with one of ${names}`);
  throw new Refusal(`${file} does not define the workspace "${name}"; its workspaces are ${names}`);
}
