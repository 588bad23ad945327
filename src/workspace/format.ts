import { matchesPattern } from './regular-expressions.ts';

// The expression of ajv-formats, which a test compares. In JavaScript, it takes quadratic time on a string that a caller can choose, so
// servers match it with RE2. Not with the flag for ignoring case, which also accepts letters beyond ASCII that fold to ASCII ones, such
// as ſ. Without escapes that only RE2 or only JavaScript (with the flag `u`) knows.
const WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const EMAIL = `^${WORD}(?:\\.${WORD})*@(?:${LABEL}\\.)+${LABEL}$`;

/** Whether a string is an e-mail address according to ajv-formats. */
export function isEmail(text: string): boolean {
  return matchesPattern(EMAIL, text);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a string is an existing day, `YYYY-MM-DD`. The year 0 is refused because PostgreSQL does not support it. */
export function isDate(text: string): boolean {
  if (!DATE.test(text) || text < '0001') return false;
  const moment = new Date(`${text}T00:00:00Z`);
  // A day after the end of its month becomes one of the next month, or no date at all.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

const TIMESTAMP =
  /^(?<date>\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * Whether a string is an RFC 3339 timestamp (section 5.6) with at most millisecond precision. A more precise one, or a leap
 * second, would change when it is stored and read back. So would one that leaves the years 1 to 9999 when its offset is removed.
 */
export function isTimestamp(text: string): boolean {
  const date = TIMESTAMP.exec(text)?.groups?.date;
  return date !== undefined && isDate(date) && isInRange(Date.parse(text.toUpperCase()));
}

const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

function isInRange(moment: number): boolean {
  return moment >= EARLIEST && moment <= LATEST;
}
