import type { Format } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { RE2JS } from 're2js';

/** Whether a string is an e-mail address according to ajv-formats. */
export function isEmail(text: string): boolean {
  email ??= RE2JS.compile(EMAIL.replaceAll('a-z', 'A-Za-z'));
  return email.matches(text);
}

// In JavaScript, this expression takes quadratic time on a string that a caller can choose. RE2's time is linear. Its flag for
// ignoring case would also accept letters beyond ASCII that fold to ASCII ones, such as ſ.
const EMAIL = String(fullFormats.email).replace(/^\/|\/i$/g, '');
let email: RE2JS | undefined;

const isCalendarDate = judge(fullFormats.date);

/** Whether a string is an existing day, `YYYY-MM-DD`. The year 0 is refused because PostgreSQL does not support it. */
export function isDate(text: string): boolean {
  return isCalendarDate(text) && text >= '0001';
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

/** Returns a format as a function. Without Ajv, which would compile a schema for it and slow down the start of the mock. */
function judge(format: Format): (text: string) => boolean {
  if (format instanceof RegExp) return (text) => format.test(text);
  if (typeof format !== 'object' || typeof format.validate !== 'function') throw new Error('ajv-formats has changed');
  const { validate } = format;
  // Its type does not say whether it takes strings or numbers.
  return (text) => Reflect.apply(validate, undefined, [text]) === true;
}
