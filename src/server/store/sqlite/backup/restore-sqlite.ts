import { chownSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import { DataPlaceError } from '../../store-errors.ts';
import { requireFileName } from '../data-file.ts';
import { requireOfServer, requireOwn } from '../require-own.ts';
import { isUnreadable, primaryCode } from '../unusable.ts';
import type { Watch } from './copy-database.ts';
import { copyDatabase, flush } from './copy-database.ts';
import { explained } from './explained.ts';
import { endings, fullPathOf } from './files-of.ts';
import { withDatabase } from './with-database.ts';
import { withFileBeside } from './with-file-beside.ts';

// https://www.sqlite.org/rescode.html#busy
const BUSY = 5;

/**
 * Replaces an SQLite file with a copy of a backup, or creates it. Keeps the file that it replaces under a name with the time.
 * @returns the name of the kept file, or `undefined` if there was none to keep
 * @throws {DataPlaceError} if a server uses the file, if another program created it, or if the backup is not a complete database that
 * this version of the server knows; the file is unchanged then
 * @throws the reason of `watch.stop` once it is aborted
 */
export async function restoreSqlite(
  file: string,
  backup: string,
  now: Date,
  watch: Watch = {},
): Promise<string | undefined> {
  requireFileName(file);
  requireFileName(backup);
  if (!existsSync(backup)) throw new DataPlaceError(`there is no file ${backup}: correct the name of the backup`);
  return explained({ read: backup, written: file }, async () => {
    const target = fullPathOf(file);
    if (fullPathOf(backup) === target)
      throw new DataPlaceError(`${backup} is the database itself: name a backup, and the database with --data`);
    return withFileBeside(target, async (partial) => {
      await withDatabase(backup, { readOnly: true }, async (database) => {
        if (requireOwn(database, backup) === 0)
          throw new DataPlaceError(`${backup} is empty: name a backup that this server wrote`);
        await copyDatabase(database, backup, partial, watch);
      });
      const kept = existsSync(target) ? `${target}.before-${stampOf(now)}` : undefined;
      if (kept === undefined) create(target, partial);
      else await replace(target, file, partial, kept);
      flush(dirname(target));
      return kept;
    });
  });
}

/** 20261129T093000Z: no character that a file system or a shell gives a meaning. */
function stampOf(time: Date): string {
  return time.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

function create(target: string, partial: string): void {
  const stray = endings.map((ending) => target + ending).find((path) => existsSync(path));
  // SQLite would take it for what was written to the restored database last.
  if (stray !== undefined)
    throw new DataPlaceError(`${stray} belongs to a database that is gone: move it elsewhere first`);
  linkSync(partial, target);
}

async function replace(target: string, file: string, partial: string, kept: string): Promise<void> {
  // Whoever restores may be root, and the server another user.
  const { uid, gid } = statSync(target);
  chownSync(partial, uid, gid);
  // Before SQLite opens the database: it deletes a log that it cannot use.
  const found = endings.filter((ending) => existsSync(target + ending));
  for (const ending of found) linkSync(target + ending, kept + ending);
  const [, ...beside] = found;
  try {
    await withDatabase(target, {}, async (database) => {
      requireOfServer(database, file);
      lock(database);
      // A server that waits for the lock sees that the file was replaced.
      renameSync(partial, target);
      for (const ending of beside) rmSync(kept + ending);
    });
  } catch (error) {
    if (!isUnreadable(error)) {
      for (const ending of found) rmSync(kept + ending);
      if (primaryCode(error) !== BUSY) throw error;
      throw new DataPlaceError(`a server or another program has ${file} open: stop it first`, { cause: error });
    }
    // SQLite cannot lock a damaged file. A server that still has it open refuses every write from now on.
    for (const ending of beside) rmSync(target + ending, { force: true });
    renameSync(partial, target);
  }
}

/** Moves everything that was committed into the one file, and locks it against every other connection. */
function lock(database: DatabaseSync): void {
  // Fails if any other connection is open: https://www.sqlite.org/wal.html#persistence_of_wal_mode
  database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  if (database.prepare('PRAGMA journal_mode').get()?.journal_mode !== 'delete')
    throw new DataPlaceError('a server has just started: stop it first');
}
