import type { SchemaErrorDetail } from '../../generated/openapi-types.ts';
import type { Code, ErrorStatus, OperationId } from '../contract/index.ts';

/** What the server said of a failure, and which operation it said it of. */
export interface Refusal {
  readonly operationId: OperationId;
  readonly status: ErrorStatus;
  readonly code: Code;
  readonly message: string;
  readonly details: readonly SchemaErrorDetail[] | undefined;
  readonly requestId: string | undefined;
}

/**
 * A failure that the operation documents, as the server answered it; `message` is the server's.
 * In a result its `status`, `code` and `details` narrow each other (`ApiErrorOf`); in a `catch`, `isApiError` does that.
 */
export class ApiError extends Error implements Refusal {
  override readonly name = 'ApiError';
  readonly operationId: OperationId;
  readonly status: ErrorStatus;
  /** For machines: one of the contract's codes. */
  readonly code: Code;
  /** The fields that are wrong, where the code documents them; `undefined` with every other code, whatever was sent. */
  readonly details: readonly SchemaErrorDetail[] | undefined;
  /** The `X-Request-Id` of the response, to quote to support. */
  readonly requestId: string | undefined;

  constructor({ operationId, status, code, message, details, requestId }: Refusal) {
    super(message);
    this.operationId = operationId;
    this.status = status;
    this.code = code;
    this.details = details;
    this.requestId = requestId;
  }
}
