import type { SqliteConnection } from './sqlite-connection.ts';

/** How long a write waits for another process that writes, in milliseconds, and how often it is tried meanwhile. */
const PATIENCE = 2000;
const INTERVAL = 5;

interface Write {
  /** When it arrived, in milliseconds of `performance.now`. */
  readonly since: number;
  /** Does the work, inside the transaction, and gives what is to happen once that is committed. */
  attempt(): () => void;
  refuse(error: unknown): void;
}

/**
 * Commits the writes that arrive together in one transaction: what a commit costs is the wait for the disk, and one wait does
 * for all of them. None is answered before it is on the disk. While another process writes they wait, and this one goes on
 * reading.
 *
 * Each piece of work is one statement that writes, and may read besides. One that fails undoes itself and nothing else, as
 * every statement of SQLite does, so the others go on.
 */
export class GroupCommit {
  readonly #connection: SqliteConnection;
  #waiting: Write[] = [];

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** Does the work, and settles once it is committed or has failed. */
  async write<Result>(work: () => Result): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const attempt = (): (() => void) => {
      try {
        const result = work();
        return () => resolve(result);
      } catch (error) {
        // A full disk, for one, undoes the whole transaction: what would follow would be outside of it.
        if (!this.#connection.inTransaction) throw error;
        return () => reject(error);
      }
    };
    this.#waiting.push({ since: performance.now(), attempt, refuse: reject });
    // After all that has arrived by now was read.
    if (this.#waiting.length === 1) setImmediate(() => this.#commit());
    return promise;
  }

  /** Commits what waits, now, and refuses what can not be committed now. */
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

  /** Tries again soon with those that have not waited for too long. */
  #wait(): void {
    const longAgo = performance.now() - PATIENCE;
    this.#giveUp(this.#waiting.filter(({ since }) => since < longAgo));
    this.#waiting = this.#waiting.filter(({ since }) => since >= longAgo);
    if (this.#waiting.length > 0) setTimeout(() => this.#commit(), INTERVAL);
  }

  #giveUp(writes: readonly Write[]): void {
    for (const { refuse } of writes) refuse(new Error('another process holds the right to write to the database'));
  }
}
