import type { Failure } from '../result/result.ts';
import { readThrown } from '../result/read-thrown.ts';
import type { TransportErrorCode } from '../result/transport-error.ts';
import { TransportError } from '../result/transport-error.ts';
import type { Limit } from '../retry/limit.ts';

/**
 * Returns the failure of a call that was not answered completely.
 * @param thrown what was thrown. It can be any value: an aborted call throws the reason of the abort.
 * @param otherwise the code of a call that was neither aborted nor timed out
 */
export function noResponse(
  thrown: unknown,
  limited: Pick<Limit, 'signal' | 'response'> | undefined,
  otherwise: TransportErrorCode,
): Failure<TransportError> {
  const { name } = readThrown(thrown);
  const isAborted = limited?.signal.aborted || name === 'AbortError';
  const code = name === 'TimeoutError' ? 'TIMEOUT' : isAborted ? 'ABORTED' : otherwise;
  return { ok: false, error: new TransportError(code, thrown), response: limited?.response };
}
