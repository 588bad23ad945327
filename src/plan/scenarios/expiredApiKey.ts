import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

export const expiredApiKey: Provocation<'expiredApiKey'> = {
  pastExpiry: {
    basis: 'seed',
    change: ({ target }) => ({ key: needed(target.keys.expired, 'keys.expired') }),
  },
};
