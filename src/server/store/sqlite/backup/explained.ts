import { isObject } from '../../../../contract/index.ts';
import { DataPlaceError } from '../../store-errors.ts';
import { isUnreadable, primaryCode, unusable } from '../unusable.ts';

// https://www.sqlite.org/rescode.html
const BUSY = 5;
const CANNOT_OPEN = 14;

/**
 * Runs work that reads a database and writes a file, and explains its errors in one line.
 * @throws {DataPlaceError} that names what cannot be used
 */
export async function explained<Result>(
  { read, written }: { readonly read: string; readonly written: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DataPlaceError || !isObject(error) || typeof error.code !== 'string') throw error;
    if (isUnreadable(error) || primaryCode(error) === CANNOT_OPEN) throw unusable(read, error);
    const message = String(error.message);
    if (primaryCode(error) === BUSY)
      throw new DataPlaceError(`${read} is locked by another process (${message}): try again`, { cause: error });
    throw new DataPlaceError(`cannot write ${written} (${message}): fix this, or choose another file`, {
      cause: error,
    });
  }
}
