import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

/** Looks like a key, and is nobody's. */
const NOBODYS_KEY = 'sk_live_nobodys_key_0000000000000000';

export const invalidApiKey: Provocation<'invalidApiKey'> = {
  missing: {
    basis: 'seed',
    provoke: (context, operationId) => {
      const { key: _left, ...request } = context.validRequest(operationId);
      return { request };
    },
  },
  incorrect: {
    basis: 'seed',
    provoke: (context, operationId) => ({ request: { ...context.validRequest(operationId), key: NOBODYS_KEY } }),
  },
  revoked: {
    basis: 'seed',
    provoke: (context, operationId) => ({
      request: { ...context.validRequest(operationId), key: needed(context.target.keys.revoked, 'keys.revoked') },
    }),
  },
};
