import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

/** Has the form of a key, but belongs to no workspace. */
const UNKNOWN_KEY = 'sk_live_nobodys_key_0000000000000000';

export const invalidApiKey: Provocation<'invalidApiKey'> = {
  missing: {
    basis: 'seed',
    change: { key: undefined },
  },
  incorrect: {
    basis: 'seed',
    change: { key: UNKNOWN_KEY },
  },
  revoked: {
    basis: 'seed',
    change: ({ target }) => ({ key: needed(target.keys.revoked, 'keys.revoked') }),
  },
};
