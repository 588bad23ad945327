import type { OperationId } from '../../src/contract/index.ts';
import { asksFor } from './asked.ts';
import type { Bending, BentRequest, BentResponse, Server } from './bending.ts';
import { READ_WRITE, withKey } from './keys.ts';

/** A request that was refused. */
interface Refused {
  readonly request: BentRequest;
  readonly response: BentResponse;
}

/** Does something even though it refused, and answers the refusal. */
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

/** Whether an operation was refused with a status. */
export function refusedWith(status: number, ...operations: readonly OperationId[]): (refused: Refused) => boolean {
  return ({ request, response }) => response.status === status && asksFor(request, ...operations);
}

/** Does what was asked for, as if it had come with a key that may. */
export function doIt(request: BentRequest, real: Server): Promise<BentResponse> {
  return real(withKey(request, READ_WRITE));
}
