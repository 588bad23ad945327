import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

export const readOnlyKey: Provocation<'readOnlyKey'> = {
  readOnly: {
    basis: 'seed',
    change: ({ target }) => ({ key: needed(target.keys.readOnly, 'keys.readOnly') }),
  },
};
