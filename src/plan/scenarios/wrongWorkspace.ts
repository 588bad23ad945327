import { needed } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

const NO_WORKSPACE = 'no-such-workspace';

export const wrongWorkspace: Provocation<'wrongWorkspace'> = {
  otherWorkspacesKey: {
    basis: 'seed',
    change: ({ target }) => ({ key: needed(target.keys.otherWorkspace, 'keys.otherWorkspace') }),
  },
  noSuchWorkspace: {
    basis: 'ours',
    change: { 'server.workspace': NO_WORKSPACE },
  },
};
