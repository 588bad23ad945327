import type { MediaType, OperationId, operations } from '../../../generated/client-table.ts';
import type { operations as Operations } from '../../../generated/openapi-types.ts';
import type { ApiErrorOf } from './api-error-of.ts';
import type { TransportError } from './transport-error.ts';
import type { UnexpectedResponse } from './unexpected-response.ts';

/** How a call ended: with `data` if `ok`, otherwise with an `error`. A call never throws; `unwrap` throws the error for you. */
export type Result<Data, Problem extends Error> = Success<Data> | Failure<Problem>;

/** A call that succeeded. The body of `response` has been read. */
export interface Success<Data> {
  readonly ok: true;
  readonly data: Data;
  readonly response: Response;
}

/** A call that failed. `response` is set if one was received; its body has been read. */
export interface Failure<Problem extends Error> {
  readonly ok: false;
  readonly error: Problem;
  readonly response?: Response | undefined;
}

/** How a call to an operation ends. */
export type ResultOf<Id extends OperationId> = Result<DataOf<Id>, ClientErrorOf<Id>>;

/** Every error that a call to an operation can return. `code` and `name` discriminate between them. */
export type ClientErrorOf<Id extends OperationId = OperationId> = ApiErrorOf<Id> | UnexpectedResponse | TransportError;

/** The response body of an operation that succeeds. `undefined` if it has none. */
export type DataOf<Id extends OperationId> = Operations[Id]['responses'][SuccessStatus<Id>] extends {
  content: Readonly<Record<MediaType, infer Body>>;
}
  ? Body
  : undefined;

type SuccessStatus<Id extends OperationId> = (typeof operations)[Id]['success'] & keyof Operations[Id]['responses'];
