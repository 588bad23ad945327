import type { Code, ErrorStatus, OperationId, ScenarioName } from '../../../generated/client-table.ts';
import type { ErrorDetail } from '../../contract/index.ts';

/** What an error object says, of an envelope or of an item in a batch. */
export interface ReadError {
  readonly status: ErrorStatus;
  readonly code: Code;
  readonly message: string;
  readonly details: readonly ErrorDetail[] | undefined;
  readonly scenario: ScenarioName | undefined;
}

/**
 * A failure that the operation documents, as the server answered it; `message` is the server's.
 * In a result its `status`, `code` and `details` narrow each other (`ApiErrorOf`); in a `catch`, `isApiError` does that.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  declare readonly operationId: OperationId;
  declare readonly status: ErrorStatus;
  /** For machines: one of the contract's codes. */
  declare readonly code: Code;
  /** The fields that are wrong, where the code documents them; `undefined` with every other code, whatever was sent. */
  declare readonly details: readonly ErrorDetail[] | undefined;
  /** Which documented way to fail it is, where the message tells: an `UNAUTHORIZED` may be `expiredApiKey` or `wrongWorkspace`. */
  declare readonly scenario: ScenarioName | undefined;
  /** The `X-Request-Id` of the response, to quote to support. */
  declare readonly requestId: string | undefined;

  constructor(operationId: OperationId, { headers }: Response, read: ReadError) {
    super(read.message);
    Object.assign(this, read, { operationId, requestId: headers.get('x-request-id') ?? undefined });
  }
}
