import { contract, isObject } from '../../contract/index.ts';
import { demoDefinition } from '../../workspace/portable/index.ts';
import type { StoredRecord } from '../stored-record.ts';
import type { ShownWorkspaces } from '../shown-workspaces.ts';
import { contractAnswers } from '../contract-answers.ts';
import { triggers } from '../triggers.ts';

/** The demo workspaces, which the contract's own examples talk of. */
export const demoWorkspaces: ShownWorkspaces = {
  definition: demoDefinition,
  otherWorkspace: triggers.otherWorkspace,
  answers: () => undefined,
  // The records of the contract's example page if they fit the columns of the entity, and otherwise those of the demo definition.
  records({ entity }) {
    const columns = ['id', ...entity.columns.map(({ name }) => name)];
    const fitting = documentedRecords().filter((record) => Object.keys(record).every((name) => columns.includes(name)));
    return fitting.length > 0 ? fitting : recordsOf(entity.name);
  },
};

function documentedRecords(): readonly StoredRecord[] {
  const { body } = contractAnswers.answer('listRecords', contract.operations.listRecords.success);
  return isObject(body) && Array.isArray(body.data) ? body.data.filter(isObject) : [];
}

/** Takes the records of any demo workspace that has some, because not every workspace with the entity does. */
function recordsOf(entityName: string): readonly StoredRecord[] {
  return demoDefinition.workspaces.find(({ records }) => records?.[entityName])?.records?.[entityName] ?? [];
}
