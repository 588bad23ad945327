import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

export const readOnlyKey: Provocation<'readOnlyKey'> = {
  readOnly: {
    basis: 'seed',
    provoke: (context, operationId) => ({
      request: { ...context.validRequest(operationId), key: needed(context.target.keys.readOnly, 'keys.readOnly') },
    }),
  },
};
