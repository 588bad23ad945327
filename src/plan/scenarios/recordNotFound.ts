import type { Provocation } from '../provocation.ts';

export const recordNotFound: Provocation<'recordNotFound'> = {
  noSuchId: {
    basis: 'seed',
    change: ({ missingId }) => ({ 'path.id': missingId }),
  },
};
