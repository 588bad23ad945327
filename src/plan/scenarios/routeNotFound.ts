import type { Provocation } from '../provocation.ts';

/** Belongs to no operation, so that no cell of the matrix stands for it; a path with a segment too many provokes it. */
export const routeNotFound: Provocation<'routeNotFound'> = {
  tooManySegments: {
    basis: 'ours',
    change: { rawPath: '/a/b/c/d' },
  },
};
