import type { Definition, WorkspaceDefinition } from '../../src/workspace/index.ts';
import { demoDefinition, parseDefinition } from '../../src/workspace/index.ts';
import { arbitraryDefinitions } from '../../src/workspace/testing/arbitrary-definition.ts';
import { workspaceDocument } from '../../src/workspace-contract/index.ts';

/** A workspace, its definition and its contract. */
export interface Documented {
  readonly definition: Definition;
  readonly workspace: WorkspaceDefinition;
  readonly document: ReturnType<typeof workspaceDocument>;
}

/** Returns the contract of the demo workspace, and those of random workspaces, which are the same ones on every call. */
export async function documentedWorkspaces(random: number): Promise<readonly Documented[]> {
  const all = [demoDefinition, ...(await Promise.all(arbitraryDefinitions(random).map(parseDefinition)))];
  return all.flatMap((definition) => {
    const [workspace] = definition.workspaces;
    if (workspace === undefined) return [];
    return [
      { definition, workspace, document: workspaceDocument({ organization: definition.organization, workspace }) },
    ];
  });
}
