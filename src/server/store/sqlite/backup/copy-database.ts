import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

import { DataPlaceError } from '../../store-errors.ts';
import { PRIVATE } from '../data-file.ts';
import { withDatabase } from './with-database.ts';

/** How many pages (of 4 KiB) are copied before this process does anything else, such as stopping. */
const PAGES = 1000;

/** What the caller of a copy sees and does meanwhile. */
export interface Watch {
  /** Gets the share that is copied, from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Stops the copy once it is aborted. */
  readonly stop?: AbortSignal;
}

/**
 * Copies a database to a new file that only its user can read and write. The copy contains what was committed at one moment after the
 * call. Other processes read and write meanwhile. The copy is checked, and on the disk, when the function returns.
 * @param file how messages name the database
 * @throws {DataPlaceError} if the database is damaged
 * @throws the reason of `stop` once it is aborted
 */
export async function copyDatabase(
  database: DatabaseSync,
  file: string,
  copy: string,
  { progress, stop }: Watch,
): Promise<void> {
  closeSync(openSync(copy, 'wx', PRIVATE));
  // Keeps the view of this moment. Without it, every write of another process would start the copy again.
  database.exec('BEGIN');
  database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
  const watch = ({ totalPages, remainingPages }: { totalPages: number; remainingPages: number }): void => {
    stop?.throwIfAborted();
    progress?.(1 - remainingPages / totalPages);
  };
  await process.getBuiltinModule('node:sqlite').backup(database, copy, { rate: PAGES, progress: watch });
  database.exec('COMMIT');
  stop?.throwIfAborted();
  await withDatabase(copy, {}, async (copied) => {
    // A copy is one file: no log beside it.
    copied.exec('PRAGMA journal_mode = DELETE');
    requireIntact(copied, file);
  });
  flush(copy);
}

function requireIntact(database: DatabaseSync, file: string): void {
  const damage = String(database.prepare('PRAGMA integrity_check(1)').get()?.integrity_check);
  if (damage !== 'ok') throw new DataPlaceError(`${file} is damaged (${oneLine(damage)}): restore a backup`);
  const [broken] = database.prepare('PRAGMA foreign_key_check').all();
  if (broken !== undefined)
    throw new DataPlaceError(
      `${file} is damaged (a record of ${String(broken.table)} references one that does not exist): restore a backup`,
    );
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** Waits until a file, or the names in a folder, are on the disk. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
