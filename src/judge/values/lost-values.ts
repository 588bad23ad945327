import { writeExactJson } from '../../plan/index.ts';
import { sameText } from './same-text.ts';

type Columns = Readonly<Record<string, unknown>>;

/**
 * Describes the values that were sent but did not arrive in a record; empty if all did. A server may normalize values: change
 * the case of text or trim it, or write a number or a time differently. A number must stay a number, except that a decimal may
 * be text, so that it keeps its digits.
 */
export function lostValues(sent: Columns, stored: Columns): string {
  return Object.entries(sent)
    .filter(([column, value]) => !arrived(value, stored[column]))
    .map(([column, value]) => {
      const found = stored[column] === undefined ? `no ${column}` : `${column} ${writeExactJson(stored[column])}`;
      return `${found} instead of ${writeExactJson(value)}`;
    })
    .join('; ');
}

function arrived(sent: unknown, stored: unknown): boolean {
  if (typeof sent === 'number') return isNumber(stored) && Number(stored) === sent;
  if (typeof sent === 'bigint') return isNumber(stored) && String(stored) === String(sent);
  if (typeof sent === 'string')
    return typeof stored === 'string' && (sameText(sent, stored) || sameMoment(sent, stored));
  // Other values, such as arrays, can be written in too many ways to compare.
  return typeof sent !== 'boolean' || stored === sent;
}

function isNumber(stored: unknown): boolean {
  if (typeof stored === 'string') return /^-?\d+\.\d+$/.test(stored);
  return typeof stored === 'number' || typeof stored === 'bigint';
}

/** The beginning of an RFC 3339 timestamp (section 5.6): a date, with or without a time. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/i;

function sameMoment(one: string, other: string): boolean {
  if (!MOMENT.test(one) || !MOMENT.test(other)) return false;
  return Date.parse(one) === Date.parse(other) || other.startsWith(one);
}
