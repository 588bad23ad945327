import { NotProvokable } from '../planned-case.ts';
import type { Provocation } from '../provocation.ts';

export const internalError: Provocation<'internalError'> = {
  fault: {
    basis: 'seed',
    change: ({ target }) => {
      // The fault's headers are added to every request of its scenario; here they are all there is.
      if (target.faults.internalError === undefined) {
        throw new NotProvokable('the target file has no faults.internalError, and nothing else makes a server fail');
      }
      return {};
    },
  },
};
