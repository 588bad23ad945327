import type { Provocation } from '../provocation.ts';

/** Belongs to no operation, so the matrix has no cell for it. A path with too many segments provokes it. */
export const routeNotFound: Provocation<'routeNotFound'> = {
  tooManySegments: {
    basis: 'ours',
    change: { rawPath: '/a/b/c/d' },
  },
};
