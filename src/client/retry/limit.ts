/** How long a call may take in all where nothing else is said, in milliseconds. */
const DEFAULT_TIMEOUT = 30_000;

/** The longest time that a timer can wait, in milliseconds: with a longer one it ends at once (HTML, section 8.7: a `long`). */
const LONGEST = 2 ** 31 - 1;

/**
 * The signal of one call: aborted when the caller's own is, and once the time is up. It is never the caller's own, which may live
 * long: what listens to this one ends with the call.
 * @throws {RangeError} when the time is no number of milliseconds.
 */
export function limit(signal: AbortSignal | null | undefined, timeout = DEFAULT_TIMEOUT): AbortSignal {
  const timer = AbortSignal.timeout(Math.min(Math.ceil(timeout), LONGEST));
  return signal ? AbortSignal.any([signal, timer]) : timer;
}
