import { contract } from '../../contract/index.ts';
import { allowsWrites } from '../access-mode.ts';
import type { Definition, WorkspaceDefinition } from '../definition.ts';
import { definitionKeys } from './definition-keys.ts';

/**
 * Returns the content of a target file that verifies a workspace of a server, together with the definition: it says where the workspace
 * is, which keys it has, and how to make the server fail.
 */
export function definitionTarget(
  baseUrl: string,
  definition: Definition,
  { workspace, faults }: { readonly workspace: WorkspaceDefinition; readonly faults: boolean },
): object {
  const { keys, restricted } = definitionKeys(definition, workspace);
  return {
    baseUrl,
    organization: definition.organization,
    workspace: workspace.slug,
    keys,
    ...(restricted?.key === undefined ? {} : { restricted }),
    // The reference server shows every change at once.
    settle: 0,
    ...(faults
      ? { faults: { internalError: { headers: { [contract.faultHeader]: 'internalError' } } } }
      : { unreachable: { internalError: 'the server was started without --faults' } }),
  };
}

/** Returns the workspace of a definition that a target file is written for: the first in which a key of the definition can write. */
export function targetWorkspace(definition: Definition): WorkspaceDefinition | undefined {
  return definition.workspaces.find(
    (each) => allowsWrites(each.mode) && definitionKeys(definition, each).keys.readWrite !== undefined,
  );
}
