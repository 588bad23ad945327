import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

const NO_WORKSPACE = 'no-such-workspace';

export const wrongWorkspace: Provocation<'wrongWorkspace'> = {
  otherWorkspacesKey: {
    basis: 'seed',
    provoke: (context, operationId) => ({
      request: {
        ...context.validRequest(operationId),
        key: needed(context.target.keys.otherWorkspace, 'keys.otherWorkspace'),
      },
    }),
  },
  noSuchWorkspace: {
    basis: 'ours',
    provoke: (context, operationId) => ({
      request: { ...context.validRequest(operationId), workspace: NO_WORKSPACE },
    }),
  },
};
