import type { OperationId } from '../../src/contract/index.ts';
import { asksFor } from './asked.ts';
import type { Bending, BentRequest, BentResponse, Server } from './bending.ts';
import { READ_WRITE, withKey } from './keys.ts';

/** A request and the response that rejected it. */
interface Refused {
  readonly request: BentRequest;
  readonly response: BentResponse;
}

/** Runs `act` for the rejected requests that `isMeant` selects, but still returns the rejection. */
export function evenThough(
  isMeant: (refused: Refused) => boolean,
  act: (request: BentRequest, real: Server) => Promise<unknown>,
): Bending {
  return (real) => async (request) => {
    const response = await real(request);
    if (response.status >= 400 && isMeant({ request, response })) await act(request, real);
    return response;
  };
}

/** Returns a predicate: whether one of the operations was rejected with the given status. */
export function refusedWith(status: number, ...operations: readonly OperationId[]): (refused: Refused) => boolean {
  return ({ request, response }) => response.status === status && asksFor(request, ...operations);
}

/** Executes the request with a read-write key. */
export function doIt(request: BentRequest, real: Server): Promise<BentResponse> {
  return real(withKey(request, READ_WRITE));
}
