import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { RowValues } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import type { ScanRequest, ScanResponse } from './scan-messages.ts';

/** How many scans can run at once, and how long they may take, in milliseconds. */
export interface ScanLimits {
  readonly threads: number;
  /** How long a scan waits until a thread is free. */
  readonly wait: number;
  /** How long a scan may take. */
  readonly scan: number;
  /** How long a thread waits for another scan, until it ends and its memory is free. */
  readonly idle: number;
}

/** If there are enough processors, one is left to the thread that serves requests. Its limits are those of the store in PostgreSQL. */
export const defaultScanLimits: ScanLimits = {
  threads: Math.min(Math.max(availableParallelism() - 1, 2), 4),
  wait: 3000,
  scan: 5000,
  idle: 10_000,
};

/** The extension of modules: `.ts` in the repository, `.js` in the published package. */
const EXTENSION = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

/** A statement whose rows somebody awaits. */
interface Scan {
  readonly statement: Sql;
  resolve(rows: readonly RowValues[]): void;
  reject(error: unknown): void;
}

/**
 * Reads from a database in other threads, each with a connection that cannot write. SQLite blocks the thread that it runs in until
 * it has found all rows, and here no request has to wait for that. Threads start when they are needed.
 */
export class ScanThreads {
  readonly #location: string;
  readonly #requireSameDatabase: () => void;
  readonly #limits: ScanLimits;
  readonly #threads = new Set<Worker>();
  /** The threads without a scan, each with the timer that ends it. */
  readonly #idle = new Map<Worker, NodeJS.Timeout>();
  readonly #waiting = new Set<Scan>();

  /** `requireSameDatabase` throws if the location no longer leads to the database that this process opened. */
  constructor(location: string, requireSameDatabase: () => void, limits: ScanLimits = defaultScanLimits) {
    this.#location = location;
    this.#requireSameDatabase = requireSameDatabase;
    this.#limits = limits;
  }

  /**
   * Returns the rows of a statement that writes nothing, as values.
   * @throws {Error} if no thread is free in time, or the scan takes too long
   */
  async rows(statement: Sql): Promise<readonly RowValues[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly RowValues[]>();
    const scan = { statement, resolve, reject };
    this.#waiting.add(scan);
    const giveUp = (): void => {
      if (this.#waiting.delete(scan)) reject(new Error('other scans of the database are taking too long'));
    };
    const timer = setTimeout(giveUp, this.#limits.wait);
    this.#startNext();
    return promise.finally(() => clearTimeout(timer));
  }

  /** Stops all threads. The scans that they run fail. */
  async close(): Promise<void> {
    for (const { reject } of this.#waiting) reject(closing());
    this.#waiting.clear();
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #startNext(): void {
    const [scan] = this.#waiting;
    if (scan === undefined) return;
    // The one that was used last, so that the others can end.
    const idle = [...this.#idle.keys()].at(-1);
    if (idle === undefined && this.#threads.size >= this.#limits.threads) return;
    if (idle !== undefined) this.#wake(idle);
    this.#waiting.delete(scan);
    this.#run(scan, idle ?? this.#startThread(), idle === undefined);
  }

  #startThread(): Worker {
    const thread = new Worker(new URL(`./scan-thread${EXTENSION}`, import.meta.url), { workerData: this.#location });
    this.#threads.add(thread);
    // Without a listener, an error would end the process. The scan that caused it fails with the error.
    thread.on('error', () => undefined);
    thread.on('exit', () => this.#forget(thread));
    return thread;
  }

  #run(scan: Scan, thread: Worker, isNew: boolean): void {
    const onMessage = (response: ScanResponse): void => {
      thread.off('error', onError).off('exit', onExit);
      // An idle thread does not keep the process running.
      thread.unref();
      try {
        // A new thread has opened the database by now.
        if (isNew) this.#requireSameDatabase();
      } catch (error) {
        scan.reject(error);
        this.#end(thread);
        return;
      }
      this.#idle.set(thread, setTimeout(() => this.#end(thread), this.#limits.idle).unref());
      if ('rows' in response) scan.resolve(response.rows);
      else scan.reject(response.error);
      this.#startNext();
    };
    const onError = (error: unknown): void => scan.reject(error);
    const onExit = (): void => scan.reject(closing());
    thread.once('message', onMessage).once('error', onError).once('exit', onExit);
    thread.ref();
    const request: ScanRequest = { statement: scan.statement, limit: this.#limits.scan };
    thread.postMessage(request);
  }

  #wake(thread: Worker): void {
    clearTimeout(this.#idle.get(thread));
    this.#idle.delete(thread);
  }

  #end(thread: Worker): void {
    this.#wake(thread);
    void thread.terminate();
  }

  #forget(thread: Worker): void {
    this.#wake(thread);
    this.#threads.delete(thread);
    this.#startNext();
  }
}

function closing(): Error {
  return new Error('the thread that scanned the database has ended');
}
