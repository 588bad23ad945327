import { operationIds, operations } from '../contract/index.ts';
import { TransportError } from './transport-error.ts';

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * Fills each `{name}` of a URL with its value, percent-encoded, so that it stays the one segment that it is.
 *
 * A value that can't be sent as a segment is refused, as every URL parser would turn it into another resource: the empty
 * text, and `.` and `..`, which no encoding protects (WHATWG URL takes `%2e` for a dot as well). So is a value that makes the
 * path another one of the contract: as an `id`, `bulk` would turn the update of one record into that of many.
 * @throws {TransportError} `INVALID_REQUEST` when a value is missing or refused.
 */
export function fillPath(url: string, values: Readonly<Record<string, unknown>>): string {
  return url.replace(PLACEHOLDER, (placeholder, name: string, offset: number) => {
    const segment = encodeSegment(name, values[name]);
    const filled = url.slice(0, offset) + segment + url.slice(offset + placeholder.length);
    if (operationIds.some((id) => filled.endsWith(operations[id].path))) throw refusal(name, `can't be "${segment}"`);
    return segment;
  });
}

function encodeSegment(name: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw refusal(name, 'must be given, as text or as a number');
  if (['', '.', '..'].includes(String(value))) throw refusal(name, `can't be "${value}"`);
  return encodeURIComponent(value);
}

function refusal(name: string, complaint: string): TransportError {
  return new TransportError('INVALID_REQUEST', new TypeError(`${name} ${complaint}`));
}
