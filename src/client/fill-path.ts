import { operations } from '../../generated/client-table.ts';

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * Fills each `{name}` of a URL with its value, percent-encoded, so that it stays the one segment that it is.
 *
 * A value that can't be sent as a segment is refused, as every URL parser would turn it into another resource: the empty
 * text, and `.` and `..`, which no encoding protects (WHATWG URL takes `%2e` for a dot as well). So is a value that makes the
 * path another one of the contract: as an `id`, `bulk` would turn the update of one record into that of many.
 * @throws {TypeError} when a value is missing or refused.
 */
export function fillPath(url: string, values: Readonly<Record<string, unknown>>): string {
  return url.replace(PLACEHOLDER, (placeholder, name: string, offset: number) => {
    const value = values[name];
    const segment = typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(value) : '';
    const filled = url.slice(0, offset) + segment + url.slice(offset + placeholder.length);
    const refused =
      ['', '.', '..'].includes(segment) || Object.values(operations).some(({ path }) => filled.endsWith(path));
    if (refused) throw new TypeError(`${name} can't be "${value}"`);
    return segment;
  });
}
