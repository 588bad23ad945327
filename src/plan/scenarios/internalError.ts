import { NotProvokable } from '../not-provokable.ts';
import type { Provocation } from '../provocation.ts';

export const internalError: Provocation<'internalError'> = {
  fault: {
    basis: 'seed',
    change: ({ target }) => {
      // The headers of the fault are added to every request of its scenario, so no other change is needed.
      if (target.faults.internalError === undefined) {
        throw new NotProvokable(
          'the target file has no "faults.internalError", which is the only way to make a server fail',
        );
      }
      return {};
    },
  },
};
