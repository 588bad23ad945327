import { existsSync, linkSync, lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { DataPlaceError } from '../../store-errors.ts';
import { requireFileName } from '../data-file.ts';
import { requireOwn } from '../require-own.ts';
import type { Watch } from './copy-database.ts';
import { copyDatabase, flush } from './copy-database.ts';
import { explained } from './explained.ts';
import { endings, fullPathOf } from './files-of.ts';
import { withDatabase } from './with-database.ts';
import { withFileBeside } from './with-file-beside.ts';

/**
 * Writes a backup of an SQLite file while servers use it, and changes nothing in it. No file has the name of the backup until it is
 * complete, checked and on the disk.
 * @returns the size of the backup in bytes
 * @throws {DataPlaceError} if the database cannot be used, or the backup exists or cannot be written
 * @throws the reason of `watch.stop` once it is aborted
 */
export async function backUpSqlite(file: string, backup: string, watch: Watch = {}): Promise<number> {
  requireFileName(file);
  requireFileName(backup);
  if (!existsSync(file)) throw new DataPlaceError(`there is no file ${file}: correct the name`);
  return explained({ read: file, written: backup }, async () => {
    requireNewFile(file, backup);
    await withFileBeside(backup, async (partial) => {
      await withDatabase(file, {}, async (database) => {
        requireOwn(database, file);
        await copyDatabase(database, file, partial, watch);
      });
      // Unlike a rename, it fails if another process has created the file meanwhile.
      linkSync(partial, backup);
      flush(dirname(backup));
    });
    return statSync(backup).size;
  });
}

function requireNewFile(file: string, backup: string): void {
  const [database, wanted] = [fullPathOf(file), fullPathOf(backup)];
  if (endings.some((ending) => wanted === database + ending))
    throw new DataPlaceError(`${backup} belongs to the database itself: choose another name for the backup`);
  if (lstatSync(backup, { throwIfNoEntry: false }) !== undefined)
    throw new DataPlaceError(`${backup} exists: choose another name for the backup`);
}
