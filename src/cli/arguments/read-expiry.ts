import { isTimestamp } from '../../workspace/index.ts';
import { UsageError } from './usage-error.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The length of each unit in milliseconds. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['m', MINUTE],
  ['h', HOUR],
  ['d', DAY],
  ['w', 7 * DAY],
]);

/**
 * Reads the value of `--expires`: an RFC 3339 timestamp or a duration from now.
 * @throws {UsageError} if it is neither, or not in the future
 */
export function readExpiry(text: string, now: Date): Date {
  const [, count, unit = ''] = /^(\d{1,5})([a-z])$/.exec(text) ?? [];
  const length = UNITS.get(unit);
  if (length === undefined && !isTimestamp(text))
    throw new UsageError(
      `--expires takes a timestamp such as 2027-01-01T00:00:00Z or a duration such as 30m, 12h, 90d or 52w, not "${text}"`,
    );
  const moment = new Date(length === undefined ? text.toUpperCase() : now.getTime() + Number(count) * length);
  if (moment <= now) throw new UsageError(`--expires must be in the future; ${text} is not after ${now.toISOString()}`);
  return moment;
}
