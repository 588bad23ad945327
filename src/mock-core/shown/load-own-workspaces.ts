import type { Definition } from '../../workspace/portable/index.ts';
import type { ShownWorkspaces } from '../shown-workspaces.ts';

/**
 * Returns what the mock shows of the workspaces of a definition. Loads the code for it, which the demo does not need: it contains the
 * contract's document.
 * @throws {DefinitionError} if a column needs an `example`, because no value is found that satisfies its constraints
 */
export async function loadOwnWorkspaces(definition: Definition): Promise<ShownWorkspaces> {
  const { ownWorkspaces } = await import('./own-workspaces.ts');
  return ownWorkspaces(definition);
}

/**
 * Returns the same for the content of a definition file that nothing has checked yet.
 * @throws {DefinitionError} if the definition cannot be used
 */
export async function readOwnWorkspaces(definition: object): Promise<ShownWorkspaces> {
  const { ownWorkspacesFrom } = await import('./own-workspaces.ts');
  return ownWorkspacesFrom(definition);
}
