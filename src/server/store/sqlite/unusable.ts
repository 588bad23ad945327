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
  const advice = isUnreadable(cause)
    ? 'choose another file, or restore a backup'
    : 'choose another file, or a folder that exists';
  const reason = isUnreadable(cause) && isObject(cause) ? ` (${String(cause.message)})` : '';
  return new DataPlaceError(`cannot open ${file} as an SQLite database${reason}: ${advice}`, { cause });
}
