import { answersFrom } from '../../injection/index.ts';
import { definitionAnswers, exampleRecords } from '../../workspace-contract/portable/index.ts';
import type { Definition } from '../../workspace/portable/index.ts';
import { readDefinition } from '../../workspace/portable/index.ts';
import type { StoredRecord } from '../stored-record.ts';
import type { EntityOfWorkspace, ShownWorkspaces } from '../shown-workspaces.ts';

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
  const answersOf = definitionAnswers(definition);
  return {
    definition,
    records: (entity) => records.get(nameOf(entity)) ?? [],
    answers({ workspace, entity }) {
      const listed = answersOf(workspace.slug, entity.name);
      return listed && answersFrom(listed);
    },
  };
}

/**
 * Returns the same for the content of a definition file that nothing has checked yet.
 * @throws {DefinitionError} if the definition cannot be used
 */
export function ownWorkspacesFrom(written: object): ShownWorkspaces {
  return ownWorkspaces(readDefinition(written));
}

/** Slugs contain no slash. */
function nameOf({ workspace, entity }: EntityOfWorkspace): string {
  return `${workspace.slug}/${entity.name}`;
}
