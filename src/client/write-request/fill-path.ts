import { reservedValues } from '../../../generated/client-table.ts';

const RESERVED: Readonly<Record<string, readonly string[]>> = reservedValues;

/**
 * Fills each `{name}` of a URL with its value, percent-encoded, so that it stays the one segment that it is.
 *
 * A value that can't be sent as a segment is refused, as every URL parser would turn it into another resource: the empty
 * text, and `.` and `..`, which no encoding protects (WHATWG URL takes `%2e` for a dot as well). So is a value that makes the
 * path another one of the contract: as an `id`, `bulk` would turn the update of one record into that of many.
 * @throws {TypeError} when a value is missing or refused.
 */
export function fillPath(url: string, values: Readonly<Record<string, unknown>>): string {
  let filled = url;
  for (const name in values) {
    const value = values[name];
    const placeholder = `{${name}}`;
    const segment = typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(value) : '';
    if (url.includes(placeholder) && (['', '.', '..'].includes(segment) || RESERVED[name]?.includes(segment))) {
      throw new TypeError(`${name} can't be "${value}"`);
    }
    filled = filled.replace(placeholder, segment);
  }
  if (filled.includes('{')) throw new TypeError(filled);
  return filled;
}
