import type { Clock } from './clock.ts';
import { Interrupted } from './target-unavailable.ts';

/** Decides when the next request may be sent. */
export class Pace {
  readonly #interval: number;
  readonly #clock: Clock;
  readonly #signal: AbortSignal | undefined;
  #next = -Infinity;
  #pausedUntil = -Infinity;
  /** How long all requests were paused, in seconds. */
  paused = 0;

  constructor({
    rate,
    clock,
    signal,
  }: {
    readonly rate: number | undefined;
    readonly clock: Clock;
    readonly signal: AbortSignal | undefined;
  }) {
    this.#interval = rate === undefined ? 0 : 1000 / rate;
    this.#clock = clock;
    this.#signal = signal;
  }

  /** Waits until a request may be sent. */
  async turn(): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      const earliest = Math.max(this.#next, this.#pausedUntil);
      if (earliest <= now) {
        this.#next = now + this.#interval;
        return;
      }
      await this.#waitFor(earliest - now);
    }
  }

  /** Sends nothing for some seconds. */
  pause(seconds: number): void {
    const now = this.#clock.now();
    const until = now + seconds * 1000;
    const before = Math.max(now, this.#pausedUntil);
    if (until <= before) return;
    this.paused += (until - before) / 1000;
    this.#pausedUntil = until;
  }

  /** Waits for some seconds, without keeping other requests back. */
  wait(seconds: number): Promise<void> {
    return this.#waitFor(seconds * 1000);
  }

  async #waitFor(milliseconds: number): Promise<void> {
    if (this.#signal === undefined || this.#signal.aborted) return this.#clock.wait(milliseconds);
    try {
      await this.#clock.wait(milliseconds, this.#signal);
    } catch (error) {
      throw this.#signal.aborted ? new Interrupted() : error;
    }
  }
}
