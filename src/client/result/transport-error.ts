import { isObject } from '../../contract/index.ts';

/**
 * Why there is no response to read:
 * - `NETWORK`: no connection, or it broke before the whole response was there; a write may or may not have happened
 * - `ABORTED`: the caller's signal, or its own `fetch`, ended the call
 * - `TIMEOUT`: the time limit of the call ended it, the client's `timeout` or an `AbortSignal.timeout`
 * - `INVALID_REQUEST`: no request can be made of the arguments, or a middleware of the caller threw; see `cause`
 */
export type TransportErrorCode = 'NETWORK' | 'ABORTED' | 'TIMEOUT' | 'INVALID_REQUEST';

/** A call that ended without a complete response. `cause` is what was thrown, or what says what to change. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  declare readonly code: TransportErrorCode;

  constructor(code: TransportErrorCode, cause: unknown) {
    // Not by `instanceof Error`: what is thrown may come from another realm (an iframe, a test's sandbox), and may be anything.
    const reason = isObject(cause) ? cause.message : cause;
    super(typeof reason === 'string' ? `${code}: ${reason}` : code, { cause });
    this.code = code;
  }
}

/** Tells what ended a request or the reading of its response, by what was thrown and by the signal of the request. */
export function toTransportError(thrown: unknown, { aborted, reason }: AbortSignal): TransportError {
  // An aborted fetch throws the reason of the signal, which may be anything.
  const cause: unknown = aborted ? reason : thrown;
  const name = isObject(cause) && cause.name;
  const code = name === 'TimeoutError' ? 'TIMEOUT' : aborted || name === 'AbortError' ? 'ABORTED' : 'NETWORK';
  return new TransportError(code, cause);
}
