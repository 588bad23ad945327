import { contract } from '../../contract/index.ts';
import { allowsWrites } from '../access-mode.ts';
import type { Definition, WorkspaceDefinition } from '../definition.ts';
import type { DefinitionKeys } from './definition-keys.ts';
import { definitionKeys } from './definition-keys.ts';

/**
 * Returns the content of a target file that verifies a workspace of a server, together with the definition: it says where the workspace
 * is, which keys it has, and how to make the server fail.
 * @param keys the keys of a server that accepts the same ones in every workspace, instead of those of the definition
 */
export function definitionTarget(
  baseUrl: string,
  definition: Definition,
  {
    workspace,
    faults,
    keys,
  }: {
    readonly workspace: WorkspaceDefinition;
    readonly faults: boolean;
    readonly keys?: DefinitionKeys['keys'] | undefined;
  },
): object {
  const own = definitionKeys(definition, workspace);
  const key = keys?.readWrite ?? own.restricted?.key;
  return {
    baseUrl,
    organization: definition.organization,
    workspace: workspace.slug,
    keys: keys ?? own.keys,
    ...(own.restricted === undefined || key === undefined ? {} : { restricted: { ...own.restricted, key } }),
    // The reference server shows every change at once.
    settle: 0,
    ...(faults
      ? { faults: { internalError: { headers: { [contract.faultHeader]: 'internalError' } } } }
      : { unreachable: { internalError: 'the server was started without --faults' } }),
  };
}

/**
 * Returns the workspace of a definition that a target file is written for: the first in which a key can write.
 * @param hasKeys whether the server has keys for every workspace; by default, only the definition has keys
 */
export function targetWorkspace(definition: Definition, hasKeys = false): WorkspaceDefinition | undefined {
  return definition.workspaces.find(
    (each) => allowsWrites(each.mode) && (hasKeys || definitionKeys(definition, each).keys.readWrite !== undefined),
  );
}
