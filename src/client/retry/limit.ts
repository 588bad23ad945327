/** The default time limit for a whole call, in milliseconds. */
const DEFAULT_TIMEOUT = 30_000;

/** The longest delay of a timer, in milliseconds. A timer with a longer one fires immediately (HTML, section 8.7: a `long`). */
const LONGEST = 2 ** 31 - 1;

/**
 * Creates the signal of one call, aborted when the caller's own signal is or when the time limit is reached. It is never the
 * caller's own signal, which may live long: listeners added to this one are released when the call ends.
 * @throws {RangeError} when the time limit is not a number of milliseconds
 */
export function limit(signal: AbortSignal | null | undefined, timeout = DEFAULT_TIMEOUT): AbortSignal {
  const timer = AbortSignal.timeout(Math.min(Math.ceil(timeout), LONGEST));
  return signal ? AbortSignal.any([signal, timer]) : timer;
}
