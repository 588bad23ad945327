import type { Log } from '../log/log.ts';
import type { Store } from '../store/store.ts';

/**
 * Checks whether the database responds within a limited time. At most one ping is under way for any number of callers, so health
 * checks put no extra load on a database that is in trouble.
 */
export class Readiness {
  readonly #store: Pick<Store, 'ping'>;
  readonly #timeout: number;
  readonly #log: Log;
  #answer: Promise<boolean> | undefined;
  /** Whether the last ping failed. Health checks come every second, and a long outage would fill the log. */
  #isAway = false;

  /** `timeout` is in milliseconds. `log` receives the error of the first ping that fails. */
  constructor(store: Pick<Store, 'ping'>, timeout: number, log: Log) {
    this.#store = store;
    this.#timeout = timeout;
    this.#log = log;
  }

  async isReady(): Promise<boolean> {
    this.#answer ??= this.#ask();
    const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(false), this.#timeout);
    const isReady = await Promise.race([this.#answer, tooLate]);
    clearTimeout(timer);
    return isReady;
  }

  async #ask(): Promise<boolean> {
    try {
      await this.#store.ping();
      this.#isAway = false;
      return true;
    } catch (error) {
      if (!this.#isAway) this.#log({ error });
      this.#isAway = true;
      return false;
    } finally {
      this.#answer = undefined;
    }
  }
}
