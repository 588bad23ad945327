import type { OperationId } from '../../../generated/client-table.ts';

/**
 * What is wrong with a response that is not the contract's:
 * - `undocumented`: the operation does not document this status, or not this code with it
 * - `empty`: the status is documented, and the body that belongs to it is missing
 * - `not-json`: the body is HTML, cut off, or otherwise no JSON
 * - `wrong-shape`: the body is JSON and not what the status documents
 */
export type Why = 'undocumented' | 'empty' | 'not-json' | 'wrong-shape';

/**
 * A response that the operation does not document: a gateway's error page, a body that was cut off, a foreign status.
 * Whether the server did what was asked is unknown.
 */
export class UnexpectedResponse extends Error {
  override readonly name = 'UnexpectedResponse';
  /** Always the same, so that one `switch` over `code` covers every error of a result. */
  readonly code = 'UNEXPECTED_RESPONSE';
  declare readonly operationId: OperationId;
  declare readonly why: Why;
  /** The status of the response; 0 where a browser hides a redirect. */
  declare readonly status: number;
  declare readonly headers: Headers;
  /** The body as it came, undecoded but for UTF-8. */
  declare readonly body: string;

  constructor(operationId: OperationId, why: Why, { status, headers }: Response, body: string) {
    super(`${operationId} answered ${status}, ${why}`);
    Object.assign(this, { operationId, why, status, headers, body });
  }
}
