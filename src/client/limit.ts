/** How long a call may take in all where nothing else is said, in milliseconds. */
const DEFAULT_TIMEOUT = 30_000;

/**
 * The signal of a call: the caller's own, and one that is aborted once the time is up. `Infinity` is no limit.
 * @throws {RangeError} when the time is no number of milliseconds.
 */
export function limit(
  signal: AbortSignal | null | undefined,
  timeout = DEFAULT_TIMEOUT,
): AbortSignal | null | undefined {
  if (timeout === Infinity) return signal;
  const timer = AbortSignal.timeout(timeout);
  return signal ? AbortSignal.any([signal, timer]) : timer;
}
