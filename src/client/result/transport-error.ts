import { CallError } from './call-error.ts';
import { readThrown } from './read-thrown.ts';

/**
 * Why there is no response to read:
 * - `NETWORK`: the connection failed, or broke before the response was complete. A write may or may not have been applied.
 * - `ABORTED`: the caller's signal, or its own `fetch`, aborted the call
 * - `TIMEOUT`: the call exceeded its time limit, set by `timeout` or by an `AbortSignal.timeout`
 * - `INVALID_REQUEST`: the arguments do not make a valid request, or a middleware or the `apiKey` of the caller threw. See `cause`.
 */
export type TransportErrorCode = 'NETWORK' | 'ABORTED' | 'TIMEOUT' | 'INVALID_REQUEST';

/**
 * A call that ended without a complete response. `cause` is the error that was thrown, or a string that names the invalid
 * argument.
 */
export class TransportError extends CallError {
  declare readonly code: TransportErrorCode;

  constructor(code: TransportErrorCode, cause: unknown) {
    const { message } = readThrown(cause);
    super(message === undefined ? code : `${code}: ${message}`, { code }, { cause });
  }

  override get name() {
    return 'TransportError' as const;
  }
}
