import type { DocumentedAnswers } from '../../injection/index.ts';
import { answersFrom } from '../../injection/index.ts';
import { exampleRecords, workspaceAnswers } from '../../workspace-contract/index.ts';
import type { Definition, WorkspaceDefinition } from '../../workspace/index.ts';
import type { StoredRecord } from '../core/stored-record.ts';
import type { EntityOfWorkspace, ShownWorkspaces } from '../core/shown-workspaces.ts';

/**
 * Returns what the mock shows of the workspaces of a definition: its records, or examples of records that satisfy every constraint; and
 * the responses of each workspace's own contract.
 * @throws {DefinitionError} if a column needs an `example`, because no value is found that satisfies its constraints
 */
export function ownWorkspaces(definition: Definition): ShownWorkspaces {
  const records = new Map<unknown, readonly StoredRecord[]>();
  for (const workspace of definition.workspaces) {
    for (const entity of workspace.entities)
      records.set(nameOf({ workspace, entity }), exampleRecords(workspace, entity));
  }
  const answers = new Map<WorkspaceDefinition, ReturnType<typeof workspaceAnswers>>();
  return {
    definition,
    records: (entity) => records.get(nameOf(entity)) ?? [],
    answers: ({ workspace, entity }): DocumentedAnswers => {
      const { organization } = definition;
      // Derived for the first request that asks for one of them, because that takes a while for a large workspace.
      const derived = answers.get(workspace) ?? workspaceAnswers({ organization, workspace });
      answers.set(workspace, derived);
      return answersFrom((operationId) => derived(entity.name, operationId));
    },
  };
}

/** Slugs contain no slash. */
function nameOf({ workspace, entity }: EntityOfWorkspace): string {
  return `${workspace.slug}/${entity.name}`;
}
