import type { Provocation } from '../provocation.ts';

export const recordNotFound: Provocation<'recordNotFound'> = {
  noSuchId: {
    basis: 'seed',
    provoke: (context, operationId) => {
      const id = context.missingId;
      return { request: { ...context.validRequest(operationId), id }, values: { id } };
    },
  },
};
