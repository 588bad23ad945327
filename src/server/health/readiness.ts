import type { Log } from '../log/log.ts';
import type { Store } from '../store/store.ts';

/**
 * Tells whether the database answers, within a bounded time. However many ask, one question is under way at most, so that those
 * who watch a server that is in trouble add nothing to it.
 */
export class Readiness {
  readonly #store: Pick<Store, 'ping'>;
  readonly #timeout: number;
  readonly #log: Log;
  #answer: Promise<boolean> | undefined;

  /** `timeout` is in milliseconds. `log` takes what a database answers that does not answer well. */
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
      return true;
    } catch (error) {
      this.#log({ error });
      return false;
    } finally {
      this.#answer = undefined;
    }
  }
}
