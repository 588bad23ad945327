import type { Connection } from './connection.ts';

interface Write {
  /** Does the work, inside the transaction, and gives what is to happen once that is committed. */
  attempt(): () => void;
  refuse(error: unknown): void;
}

/**
 * Commits the writes that arrive together in one transaction: what a commit costs is the wait for the disk, and one wait does
 * for all of them. None is answered before it is on the disk.
 *
 * Each piece of work is one statement that writes, and may read besides. One that fails undoes itself and nothing else, as
 * every statement of SQLite does, so the others go on.
 */
export class GroupCommit {
  readonly #connection: Connection;
  #waiting: Write[] = [];

  constructor(connection: Connection) {
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
    this.#waiting.push({ attempt, refuse: reject });
    // After all that has arrived by now was read.
    if (this.#waiting.length === 1) setImmediate(() => this.commit());
    return promise;
  }

  /** Commits what waits, now. */
  commit(): void {
    const writes = this.#waiting;
    this.#waiting = [];
    if (writes.length === 0) return;
    try {
      const settlements = this.#connection.transaction(() => writes.map(({ attempt }) => attempt()));
      for (const settle of settlements) settle();
    } catch (error) {
      for (const { refuse } of writes) refuse(error);
    }
  }
}
