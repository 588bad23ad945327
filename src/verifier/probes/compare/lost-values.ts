import { sameText } from '../../records/same-text.ts';

type Columns = Readonly<Record<string, unknown>>;

/**
 * Which of the values that were sent did not arrive in a record, in words; empty where all did. A server may write a value in
 * its own way: a text in other case or without the space around it, a number or a moment as another text.
 */
export function lostValues(sent: Columns, stored: Columns): string {
  return Object.entries(sent)
    .filter(([column, value]) => !arrived(value, stored[column]))
    .map(([column, value]) => `${column} ${JSON.stringify(stored[column])}, where ${JSON.stringify(value)} was sent`)
    .join('; ');
}

function arrived(sent: unknown, stored: unknown): boolean {
  if (typeof sent === 'number') return stored !== null && stored !== '' && Number(stored) === sent;
  if (typeof sent === 'string')
    return typeof stored === 'string' && (sameText(sent, stored) || sameMoment(sent, stored));
  // Whatever else a column takes, an array say, is written in too many ways to compare.
  return typeof sent !== 'boolean' || stored === sent;
}

/** RFC 3339 (section 5.6), or a part of it. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/i;

function sameMoment(one: string, other: string): boolean {
  if (!MOMENT.test(one) || !MOMENT.test(other)) return false;
  return Date.parse(one) === Date.parse(other) || other.startsWith(one);
}
