import { setImmediate } from 'node:timers';

import type { SqliteConnection } from './sqlite-connection.ts';

/** How long a write waits for the lock by default, in milliseconds. */
const PATIENCE = 2000;
/** The time between two attempts, in milliseconds. */
const INTERVAL = 5;

interface Write {
  /** When the write arrived, as returned by `performance.now`. */
  readonly since: number;
  /** Does the work inside the transaction. Returns a function to call after the commit. */
  attempt(): () => void;
  refuse(error: unknown): void;
}

/**
 * Commits writes that arrive together in one transaction. Most of the cost of a commit is the wait for the disk, and this way
 * all of them share one wait. No write resolves before it is on disk. While another process or thread holds the lock, the writes
 * wait without blocking reads.
 *
 * Each piece of work contains one writing statement, and may also read. SQLite undoes a statement that fails without affecting
 * the rest of the transaction, so the other writes continue.
 */
export class GroupCommit {
  readonly #connection: SqliteConnection;
  readonly #patience: number;
  #waiting: Write[] = [];

  constructor(connection: SqliteConnection, patience = PATIENCE) {
    this.#connection = connection;
    this.#patience = patience;
  }

  /** Does the work. The promise settles once the work is committed or has failed. */
  async write<Result>(work: () => Result): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const attempt = (): (() => void) => {
      try {
        const result = work();
        return () => resolve(result);
      } catch (error) {
        // Some errors, such as a full disk, roll back the whole transaction. Later statements would run outside of it.
        if (!this.#connection.inTransaction) throw error;
        return () => reject(error);
      }
    };
    this.#waiting.push({ since: performance.now(), attempt, refuse: reject });
    // Wait until all requests that have already arrived are read.
    if (this.#waiting.length === 1) setImmediate(() => this.#commit());
    return promise;
  }

  /** Commits the waiting writes immediately, and rejects those that cannot be committed. */
  end(): void {
    this.#commit();
    this.#giveUp(this.#waiting);
    this.#waiting = [];
  }

  #commit(): void {
    const writes = this.#waiting;
    if (writes.length === 0) return;
    try {
      const settlements = this.#connection.transactionUnlessLocked(() => writes.map(({ attempt }) => attempt()));
      if (settlements === undefined) return this.#wait();
      this.#waiting = [];
      for (const settle of settlements) settle();
    } catch (error) {
      this.#waiting = [];
      for (const { refuse } of writes) refuse(error);
    }
  }

  /** Rejects the writes that have waited too long, and schedules another attempt for the rest. */
  #wait(): void {
    const longAgo = performance.now() - this.#patience;
    this.#giveUp(this.#waiting.filter(({ since }) => since < longAgo));
    this.#waiting = this.#waiting.filter(({ since }) => since >= longAgo);
    if (this.#waiting.length > 0) setTimeout(() => this.#commit(), INTERVAL);
  }

  #giveUp(writes: readonly Write[]): void {
    for (const { refuse } of writes) refuse(new Error('another process or thread is holding the lock of the database'));
  }
}
