import { NotProvokable } from '../planned-case.ts';
import type { Provocation } from '../provocation.ts';

export const internalError: Provocation<'internalError'> = {
  fault: {
    basis: 'seed',
    provoke: (context, operationId) => {
      // The fault's headers are added to every request of its scenario; here they are all there is.
      if (context.target.faults.internalError === undefined) {
        throw new NotProvokable('the target file has no faults.internalError, and nothing else makes a server fail');
      }
      return { request: context.validRequest(operationId) };
    },
  },
};
