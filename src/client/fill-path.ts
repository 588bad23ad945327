import { literalSegments, operations } from '../../generated/client-table.ts';

const PLACEHOLDER = /\{(\w+)\}/g;

const LITERALS: readonly string[] = literalSegments;

/**
 * Fills each `{name}` of a URL with its value, percent-encoded, so that it stays the one segment that it is.
 *
 * A value that can't be sent as a segment is refused, as every URL parser would turn it into another resource: the empty
 * text, and `.` and `..`, which no encoding protects (WHATWG URL takes `%2e` for a dot as well). So is a value that makes the
 * path another one of the contract: as an `id`, `bulk` would turn the update of one record into that of many.
 * @throws {TypeError} when a value is missing or refused.
 */
export function fillPath(url: string, values: Readonly<Record<string, unknown>>): string {
  return url.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = values[name];
    const segment = typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(value) : '';
    const refused =
      ['', '.', '..'].includes(segment) ||
      // Looked at the paths only then: this is done for every call.
      (LITERALS.includes(segment) &&
        Object.values(operations).some(({ path }) => url.replace(placeholder, segment).endsWith(path)));
    if (refused) throw new TypeError(`${name} can't be "${value}"`);
    return segment;
  });
}
