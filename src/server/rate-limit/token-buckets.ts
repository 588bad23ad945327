/** How long a caller that has been idle may send at once what it may send in that time, in milliseconds. */
const BURST = 1000;

/** How many callers are remembered. One that is forgotten starts with a full bucket. */
const CALLERS = 10_000;

/**
 * A token bucket for each caller: it holds the requests of one second, and is refilled continuously. It remembers a number for each caller:
 * when its bucket will be full again (the generic cell rate algorithm, ITU-T I.371).
 */
export class TokenBuckets {
  /** The caller whose last request is the oldest comes first. */
  readonly #fullAt = new Map<string, number>();
  readonly #interval: number;

  /** `perSecond` is how many requests a second each caller may send. */
  constructor(perSecond: number) {
    this.#interval = 1000 / perSecond;
  }

  /** How many callers are remembered now. */
  get size(): number {
    return this.#fullAt.size;
  }

  /**
   * Takes a token from the bucket of a caller. Returns 0, or how many milliseconds it must wait because the bucket is empty.
   * @param now the time in milliseconds, on any clock
   */
  take(caller: string, now: number): number {
    // A clock that was set back must not make a bucket emptier than empty.
    const fullAt = Math.min(Math.max(this.#fullAt.get(caller) ?? now, now), now + BURST);
    const next = fullAt + this.#interval;
    // The sums of fractions are not exact.
    const wait = Math.round((next - now - BURST) * 1000) / 1000;
    this.#remember(caller, wait > 0 ? fullAt : next);
    return Math.max(wait, 0);
  }

  #remember(caller: string, fullAt: number): void {
    this.#fullAt.delete(caller);
    this.#fullAt.set(caller, fullAt);
    if (this.#fullAt.size <= CALLERS) return;
    const [oldest] = this.#fullAt.keys();
    if (oldest !== undefined) this.#fullAt.delete(oldest);
  }
}
