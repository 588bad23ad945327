import type { OperationId } from '../contract/index.ts';
import { operations } from '../contract/index.ts';
import type { Api } from './api.ts';
import { guardedText } from './guard.ts';
import type { InputOf } from './input.ts';
import { sortInput } from './input.ts';
import { readAnswer } from './read-answer.ts';
import type { ResultOf } from './result.ts';
import { readText } from './transport.ts';
import { TransportError } from './transport-error.ts';

/** What one call may have of its own. */
export interface CallOptions {
  /** Ends the call when it is aborted, with a `TransportError` `ABORTED` or, by `AbortSignal.timeout`, `TIMEOUT`. */
  readonly signal?: AbortSignal | undefined;
  /** Sent besides the client's headers; where both have one, this one wins. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Calls an operation. Never rejects: whatever goes wrong is the `error` of the result. */
export async function call<Id extends OperationId>(
  api: Api,
  operationId: Id,
  input: InputOf<Id>,
  options: CallOptions = {},
): Promise<ResultOf<Id>> {
  let received: Response | undefined;
  try {
    const { method, path } = operations[operationId];
    const { signal, headers } = options;
    const request = { ...sortInput(operationId, input), signal, headers, parseAs: 'stream' };
    const { response, error } = await (api.request as AnyRequest)(method, path, request);
    received = response;
    const text = guardedText(response) ?? (response.bodyUsed ? rewrite(error) : await readText(response, signal));
    return { ...readAnswer(operationId, response, text), response };
  } catch (thrown) {
    const error = thrown instanceof TransportError ? thrown : new TransportError('INVALID_REQUEST', thrown);
    return { ok: false, error, ...(received && { response: received }) };
  }
}

/**
 * openapi-fetch types a request by the literal path that it is given. Here the path comes out of the catalogue, so its
 * types are put aside for one line; `InputOf` and `ResultOf` say the same of the operation.
 */
type AnyRequest = (method: string, path: string, init: object) => Promise<{ response: Response; error?: unknown }>;

// A response that a middleware made up never passes the guard, and openapi-fetch has already read it if it is a failure.
function rewrite(error: unknown): string {
  return typeof error === 'string' ? error : JSON.stringify(error);
}
