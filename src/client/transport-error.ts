import { isObject } from '../contract/index.ts';

/**
 * Why there is no response to read:
 * - `NETWORK`: no connection, or it broke before the whole response was there; a write may or may not have happened
 * - `ABORTED`: the caller's signal, or its own `fetch`, ended the call
 * - `TIMEOUT`: a time limit ended the call (`AbortSignal.timeout`)
 * - `INVALID_REQUEST`: no request can be made of the arguments, or a middleware of the caller threw; see `cause`
 */
export type TransportErrorCode = 'NETWORK' | 'ABORTED' | 'TIMEOUT' | 'INVALID_REQUEST';

/** A call that ended without a complete response. `cause` is what was thrown, or what says what to change. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly code: TransportErrorCode;

  constructor(code: TransportErrorCode, cause: unknown) {
    super(`${explanations[code]}: ${messageOf(cause)}`, { cause });
    this.code = code;
  }
}

/** Tells what ended a request or the reading of its response, by what was thrown and by the signal of the request. */
export function toTransportError(thrown: unknown, signal: AbortSignal | null | undefined): TransportError {
  const aborted = signal?.aborted === true;
  // An aborted fetch throws the reason of the signal, which may be anything.
  const reason: unknown = aborted ? signal.reason : thrown;
  const name = isObject(reason) ? reason.name : undefined;
  if (name === 'TimeoutError') return new TransportError('TIMEOUT', thrown);
  return new TransportError(aborted || name === 'AbortError' ? 'ABORTED' : 'NETWORK', thrown);
}

// Not by `instanceof Error`: what is thrown may come from another realm (an iframe, a test's sandbox), and may be anything.
function messageOf(thrown: unknown): string {
  if (!isObject(thrown)) return String(thrown);
  return typeof thrown.message === 'string' ? thrown.message : 'what was thrown is no Error';
}

const explanations = {
  NETWORK: 'No complete response came',
  ABORTED: 'The call was aborted',
  TIMEOUT: 'The call took too long',
  INVALID_REQUEST: 'The request could not be made',
} satisfies Record<TransportErrorCode, string>;
