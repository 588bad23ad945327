import { statSync } from 'node:fs';
import { dirname } from 'node:path';

import { isObject } from '../../../contract/index.ts';
import { DataPlaceError } from '../store-errors.ts';

// https://www.sqlite.org/rescode.html
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const PRIMARY_CODE = 0xff;

/** Whether SQLite cannot read a file, because it is damaged or not a database at all. */
export function isUnreadable(error: unknown): boolean {
  return [CORRUPT, NOT_A_DATABASE].includes(primaryCode(error));
}

/** Returns what SQLite reports as its result code, without the details; 0 for an error that is not from SQLite. */
export function primaryCode(error: unknown): number {
  return isObject(error) && typeof error.errcode === 'number' ? error.errcode & PRIMARY_CODE : 0;
}

/** Explains in one line why a file cannot be used, and what to do. An error that does so already is returned as it is. */
export function unusable(file: string | undefined, cause: unknown): DataPlaceError {
  if (cause instanceof DataPlaceError) return cause;
  const problem = `cannot open ${file} as an SQLite database`;
  if (isUnreadable(cause) && isObject(cause))
    return new DataPlaceError(`${problem} (${String(cause.message)}): choose another file, or restore a backup`, {
      cause,
    });
  if (file !== undefined && isForbidden(file))
    return new DataPlaceError(
      `${problem} (permission denied): run as the user that the file and its folder belong to`,
      {
        cause,
      },
    );
  return new DataPlaceError(`${problem}: choose another file, or a folder that exists`, { cause });
}

/** Whether this user cannot write the file, or create the files that SQLite needs beside it. */
function isForbidden(file: string): boolean {
  try {
    return !isWritable(dirname(file)) || !isWritable(file);
  } catch (error) {
    return isObject(error) && error.code === 'EACCES';
  }
}

/** Whether the permissions of a path let this user read and write it. `access(2)` would say so for the user who started the process. */
function isWritable(path: string): boolean {
  const user = process.geteuid?.() ?? 0;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (user === 0 || stats === undefined) return true;
  const groups = process.getgroups?.() ?? [];
  const shift = stats.uid === user ? 6 : groups.includes(stats.gid) ? 3 : 0;
  return ((stats.mode >> shift) & READ_AND_WRITE) === READ_AND_WRITE;
}

const READ_AND_WRITE = 6;
