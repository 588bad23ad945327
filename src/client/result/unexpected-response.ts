import type { OperationId } from '../../../generated/client-table.ts';
import { CallError } from './call-error.ts';

/**
 * Why a response violates the contract:
 * - `undocumented`: the operation does not document this status, or not with this code
 * - `empty`: the status is documented, but its body is missing
 * - `not-json`: the body is HTML, truncated, or otherwise not JSON
 * - `too-large`: the body is longer than the client's `maxLength`. It was not read to its end, and `body` is empty
 * - `wrong-shape`: the body is JSON, but not what is documented for the status
 */
export type Why = 'undocumented' | 'empty' | 'too-large' | 'not-json' | 'wrong-shape';

/**
 * A response that the operation does not document, such as a gateway's error page, a truncated body or an undocumented status.
 * It is unknown whether the server processed the request.
 */
export class UnexpectedResponse extends CallError {
  /** Constant, so that one `switch` over `code` covers every error of a result. */
  readonly code = 'UNEXPECTED_RESPONSE';
  declare readonly operationId: OperationId;
  declare readonly why: Why;
  /** The status of the response. It is 0 for a redirect in a browser, which hides the status. */
  declare readonly status: number;
  declare readonly headers: Headers;
  /** The raw body, decoded as UTF-8. */
  declare readonly body: string;

  constructor(operationId: OperationId, why: Why, { status, headers }: Response, body: string) {
    super(`${operationId} returned ${status}, ${why}`, { operationId, why, status, headers, body });
  }

  override get name() {
    return 'UnexpectedResponse' as const;
  }
}
