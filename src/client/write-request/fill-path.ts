import { reservedValues } from '../../../generated/client-table.ts';

const RESERVED: Readonly<Record<string, readonly string[]>> = reservedValues;

/**
 * Replaces each `{name}` in a URL with its percent-encoded value, which stays a single path segment.
 *
 * Rejects values that would address another resource. The empty string, `.` and `..` cannot be sent as a segment: URL parsers
 * remove them, and encoding does not help (WHATWG URL treats `%2e` as a dot). Other values turn the path into another path of
 * the contract: with the `id` `bulk`, updating one record would become a bulk update.
 * @throws {TypeError} when a value is missing or rejected
 */
export function fillPath(url: string, values: Readonly<Record<string, unknown>>): string {
  return url.replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const value = values[name];
    const segment = typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(value) : '';
    if (['', '.', '..'].concat(RESERVED[name] ?? []).includes(segment))
      throw new TypeError(`${name} can't be "${value}"`);
    return segment;
  });
}
