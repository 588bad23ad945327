import type { OperationId } from '../../contract/index.ts';
import type { HeaderValues, RecordedRequest, RecordedResponse } from '../../traffic/index.ts';

/** What a value that was passed to `expect` shows of an exchange. */
export interface Received {
  readonly response: RecordedResponse & { readonly body: string };
  /** Whether the headers are not those of the response: an error that was thrown does not have them. */
  readonly lacksHeaders?: boolean;
  readonly request?: RecordedRequest;
  /** The address, if the method is not known. */
  readonly url?: string;
  readonly operation?: OperationId;
}

/** A value that has no response to judge. The message says what to pass instead. */
export class NotAResponse extends Error {
  override readonly name = 'NotAResponse';
}

/** Reads headers of any form: `Headers`, those of axios, or an object. */
export function readHeaders(headers: unknown): HeaderValues {
  if (typeof headers !== 'object' || headers === null) return {};
  const entries = isIterable(headers) ? [...headers] : Object.entries(headers);
  return Object.fromEntries(
    entries.flatMap((entry): [string, string][] => {
      const [name, value]: readonly unknown[] = Array.isArray(entry) ? entry : [];
      if (typeof name !== 'string' || !isHeaderValue(value)) return [];
      return [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]];
    }),
  );
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

function isHeaderValue(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
}

/** Writes a body that was parsed as JSON. A string is a body that was not. */
export function writeBody(body: unknown): string {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}
