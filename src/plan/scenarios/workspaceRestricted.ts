import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { Change } from '../locations.ts';
import type { PlanContext } from '../plan-context.ts';
import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

export const workspaceRestricted: Provocation<'workspaceRestricted'> = {
  restricted: {
    basis: 'seed',
    change: (context, operationId) => {
      const { workspace, key } = needed(context.target.restricted, 'restricted');
      return { 'server.workspace': workspace, key, ...aimedAtNothing(context, operationId) };
    },
    values: ({ target }) => ({ mode: target.restricted?.mode }),
    messageBasis: ({ target }) =>
      target.restricted?.mode === contract.scenarios.workspaceRestricted.values.mode.example ? 'seed' : 'ours',
  },
};

/** The run has no records in that workspace, so the request addresses one that does not exist. */
function aimedAtNothing(context: PlanContext, operationId: OperationId): Change {
  const { path, body } = contract.operations[operationId];
  if (path.includes('{id}')) return { 'path.id': context.missingId };
  const namesRecords = body === 'changes' || body === 'ids';
  return namesRecords ? { body: [context.batchItem(operationId, context.missingId)] } : {};
}
