import type { OperationId } from '../../src/contract/index.ts';
import { asksFor, valuesOf } from './asked.ts';
import type { Bending, BentRequest, BentResponse } from './bending.ts';

/** Changes the response to requests that lost a race: they asked for a unique value before another request got it. */
export function bendLosers(
  operationId: OperationId,
  bend: (request: BentRequest, response: BentResponse) => Promise<BentResponse>,
): Bending {
  return (real) => {
    const givenAt = new Map<unknown, number>();
    let clock = 0;
    return async (request) => {
      if (!asksFor(request, operationId)) return real(request);
      const { email } = valuesOf(request);
      const askedAt = (clock += 1);
      const response = await real(request);
      if (response.status < 300) givenAt.set(email, (clock += 1));
      const isLoser = response.status === 409 && (givenAt.get(email) ?? 0) > askedAt;
      return isLoser ? bend(request, response) : response;
    };
  };
}
