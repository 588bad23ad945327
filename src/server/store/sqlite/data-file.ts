import { closeSync, lstatSync, openSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { DataPlaceError } from '../store-errors.ts';

/** What SQLite adds to the name of a database to name the other files that it consists of while it is open. */
const LOG_SUFFIX = '-wal';
export const SUFFIXES = [LOG_SUFFIX, '-shm'] as const;

/** Only the user who runs the server can read and write the file, and those beside it: SQLite gives them the same mode. */
export const PRIVATE = 0o600;

/**
 * The files of an open database. If they are deleted or replaced, the system keeps the old ones until they are closed, so SQLite
 * would continue to confirm writes that are lost later.
 */
export class DataFile {
  readonly #paths: readonly string[];
  readonly #log: string;
  readonly #known = new Map<string, string>();

  /**
   * Creates the file if it does not exist.
   * @throws {DataPlaceError} if the name is not the name of a file
   */
  constructor(path: string) {
    requireFileName(path);
    // SQLite follows symbolic links, and names the other files after the target.
    const target = targetOf(path);
    this.#paths = [path, ...SUFFIXES.map((suffix) => target + suffix)];
    this.#log = target + LOG_SUFFIX;
    try {
      // Never opens a file that exists: closing it would release the locks of other connections of this process.
      closeSync(openSync(target, 'wx', PRIVATE));
    } catch {
      // It exists, or SQLite reports why it cannot be created.
    }
    try {
      // From before SQLite opens it: a restore may replace it at the same time.
      this.#requireSame(path);
    } catch {
      // SQLite reports why it cannot be opened.
    }
  }

  /** The size of the write-ahead log in bytes. */
  get logBytes(): number {
    return statSync(this.#log, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** @throws {Error} if one of the files is not the one that it was on an earlier call */
  requireUnchanged(): void {
    for (const path of this.#paths) this.#requireSame(path);
  }

  #requireSame(path: string): void {
    const identity = identityOf(path);
    const known = this.#known.get(path);
    if (known === undefined && identity !== undefined) this.#known.set(path, identity);
    if (known !== undefined && identity !== known)
      throw new Error(`${path} was deleted or replaced while it was open: restart the server`);
  }
}

/**
 * Refuses the names to which SQLite gives a special meaning, such as a database in memory, or in a file that is deleted when it
 * is closed (https://www.sqlite.org/inmemorydb.html, https://www.sqlite.org/uri.html).
 * @throws {DataPlaceError}
 */
export function requireFileName(path: string): void {
  if (path !== '' && path !== ':memory:' && !/^file:/i.test(path)) return;
  throw new DataPlaceError(
    `"${path}" does not name a file: name one, such as workspace.db, or keep the demo in memory with --demo alone`,
  );
}

/** More links than this are a circle to the system, too. */
const MAXIMUM_LINKS = 40;

/** Returns the file that a path names, even if it is a symbolic link to a file that does not exist. */
export function targetOf(path: string, links = 0): string {
  if (links > MAXIMUM_LINKS || lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return path;
  return targetOf(resolve(realpathSync(dirname(path)), readlinkSync(path)), links + 1);
}

function identityOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? undefined : `${stats.dev}:${stats.ino}`;
}
