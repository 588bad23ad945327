import { contract } from '../../contract/index.ts';
import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

export const workspaceRestricted: Provocation<'workspaceRestricted'> = {
  restricted: {
    basis: 'seed',
    provoke: (context, operationId) => {
      const { workspace, key, mode } = needed(context.target.restricted, 'restricted');
      const request = context.validRequest(operationId);
      return {
        // No record of that workspace is the run's own, so the request aims at one that nobody has.
        request: { ...request, workspace, key, ...withMissingId() },
        values: { mode },
        messageBasis: mode === contract.scenarios.workspaceRestricted.values.mode.example ? 'seed' : 'ours',
      };

      function withMissingId() {
        if (request.id !== undefined) return { id: context.missingId };
        const aimsAtRecords = request.body !== undefined && contract.operations[operationId].method !== 'POST';
        return aimsAtRecords ? { body: [context.batchItem(operationId, context.missingId)] } : {};
      }
    },
  },
};
