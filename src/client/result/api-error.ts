import type { Code, ErrorStatus, OperationId, ScenarioName } from '../../../generated/client-table.ts';
import type { ErrorDetail } from '../../contract/index.ts';
import { CallError } from './call-error.ts';

/** The content of an error object, from an envelope or from a failed item of a batch. */
export interface ReadError {
  readonly status: ErrorStatus;
  readonly code: Code;
  readonly message: string;
  readonly details: readonly ErrorDetail[] | undefined;
  readonly scenario: ScenarioName | undefined;
  readonly values: object;
}

/**
 * A failure that the operation documents, as the server returned it. `message` is the server's. In a result, `status`, `code`
 * and `details` narrow each other (`ApiErrorOf`). In a `catch` block, use `isApiError` to narrow them.
 */
export class ApiError extends CallError {
  declare readonly operationId: OperationId;
  declare readonly status: ErrorStatus;
  /** One of the contract's codes, for programs to branch on. */
  declare readonly code: Code;
  /** The invalid fields, if the code documents details. `undefined` for every other code, even if the server sent details. */
  declare readonly details: readonly ErrorDetail[] | undefined;
  /** The documented scenario, if the message identifies it: `UNAUTHORIZED` may be `expiredApiKey` or `wrongWorkspace`. */
  declare readonly scenario: ScenarioName | undefined;
  /**
   * The values in the message, if the scenario has any: `values.column` is the column of a unique constraint or a foreign key.
   * `isApiError` and the code narrow its type. Empty if the message does not identify the scenario.
   */
  declare readonly values: object;
  /** The `X-Request-Id` of the response. Include it in support requests. */
  declare readonly requestId: string | undefined;

  constructor(operationId: OperationId, { headers }: Response, read: ReadError) {
    super(read.message, { ...read, operationId, requestId: headers.get('x-request-id') ?? undefined });
  }

  override get name() {
    return 'ApiError' as const;
  }
}
