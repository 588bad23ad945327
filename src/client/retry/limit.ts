/** The default time limit for a whole call, in milliseconds. */
const DEFAULT_TIMEOUT = 30_000;

/** The longest delay of a timer, in milliseconds. A timer with a longer one fires immediately (HTML, section 8.7: a `long`). */
const LONGEST = 2 ** 31 - 1;

/** The limit of one call. */
export interface Limit {
  /** Aborted when the caller's own signal is, or when the time limit is reached. */
  readonly signal: AbortSignal;
  /** The response to the latest request. */
  response?: Response | undefined;
  /** The body of that response. */
  text?: string | undefined;
  /** Rejects with the reason as soon as the signal is aborted, and never resolves. */
  readonly over: Promise<never>;
  /** Waits some milliseconds, or forever if the call ends before that. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Releases the timers and the caller's signal. */
  readonly end: () => void;
}

/**
 * Starts the limit of one call. It holds a timer and a controller, and needs neither `AbortSignal.timeout` nor `AbortSignal.any`:
 * older runtimes lack them, and Node 20 can collect their signals as garbage before they are aborted.
 * @throws {TypeError} when the time limit is not a number of milliseconds
 */
export function limit(own: AbortSignal | null | undefined, timeout = DEFAULT_TIMEOUT): Limit {
  if (!(timeout >= 0)) throw new TypeError(`timeout can't be "${timeout}"`);
  const controller = new AbortController();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let reject: (reason: unknown) => void;
  const over = new Promise<never>((_, no) => {
    reject = no;
  });
  const abort = (reason: unknown): void => {
    reject(reason);
    controller.abort(reason);
  };
  // Not a DOMException, which React Native lacks.
  const timer = setTimeout(
    () => abort(Object.assign(new Error('timeout'), { name: 'TimeoutError' })),
    Math.min(timeout, LONGEST),
  );
  const follow = (): void => abort(own?.reason);
  own?.addEventListener('abort', follow);
  const started: Limit = {
    signal: controller.signal,
    over,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        waiting = setTimeout(resolve, milliseconds);
      }),
    end: () => {
      clearTimeout(timer);
      clearTimeout(waiting);
      own?.removeEventListener('abort', follow);
    },
  };
  if (own?.aborted) follow();
  return started;
}
