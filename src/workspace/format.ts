import type { Format } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Whether a text is an e-mail address, as ajv-formats judges it. */
export const isEmail = judge(fullFormats.email);

/** Whether a text is an absolute http, https or ftp URL of a public host, as ajv-formats judges it. */
export const isUrl = judge(fullFormats.url);

const isCalendarDate = judge(fullFormats.date);

/** Whether a text is a day that exists, `YYYY-MM-DD`. The year 0 is refused: PostgreSQL does not know it. */
export function isDate(text: string): boolean {
  return isCalendarDate(text) && text >= '0001';
}

const TIMESTAMP =
  /^(?<date>\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * Whether a text is a moment as RFC 3339 (section 5.6) writes it, to the millisecond at most: a finer one, or a leap second,
 * would not come back from the store as it was sent.
 */
export function isTimestamp(text: string): boolean {
  const date = TIMESTAMP.exec(text)?.groups?.date;
  return date !== undefined && isDate(date);
}

/** A format as a function. Taken out of Ajv, which would compile a schema for it: a mock is to start at once. */
function judge(format: Format): (text: string) => boolean {
  if (format instanceof RegExp) return (text) => format.test(text);
  if (typeof format !== 'object' || typeof format.validate !== 'function') throw new Error('ajv-formats has changed');
  const { validate } = format;
  // Its type leaves open whether it takes texts or numbers.
  return (text) => Reflect.apply(validate, undefined, [text]) === true;
}
