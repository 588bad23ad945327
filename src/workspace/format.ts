import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const ajv = new Ajv();
addFormats.default(ajv, ['email', 'url', 'date']);

/** Whether a text is an e-mail address, as ajv-formats judges it. */
export const isEmail = ajv.compile<string>({ type: 'string', format: 'email' });

/** Whether a text is an absolute http, https or ftp URL of a public host, as ajv-formats judges it. */
export const isUrl = ajv.compile<string>({ type: 'string', format: 'url' });

const isCalendarDate = ajv.compile<string>({ type: 'string', format: 'date' });

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
