import { isObject } from '../contract/index.ts';

/**
 * Returns a log function that ignores every error of the given one, and every rejection of a promise that it returns. A request
 * must get its response even if its log entry cannot be written.
 */
export function neverThrows<Entry>(log: (entry: Entry) => unknown): (entry: Entry) => void {
  return (entry) => {
    try {
      const result = log(entry);
      if (isObject(result)) Promise.resolve(result).catch(() => undefined);
    } catch {
      // There is no other place to report it.
    }
  };
}
