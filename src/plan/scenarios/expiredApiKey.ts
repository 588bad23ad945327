import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

export const expiredApiKey: Provocation<'expiredApiKey'> = {
  pastExpiry: {
    basis: 'seed',
    provoke: (context, operationId) => ({
      request: { ...context.validRequest(operationId), key: needed(context.target.keys.expired, 'keys.expired') },
    }),
  },
};
