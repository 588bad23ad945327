import type { IncomingMessage } from 'node:http';

import { contract, fail, isObject } from '../../contract/index.ts';
import { JsonRefusal, readStrictJson } from '../../workspace/index.ts';
import { headerValues } from './header-values.ts';

const { mediaType } = contract.envelope;

/** The parameters that may follow the media type. */
const PARAMETERS = /^ *(; *charset *= *("utf-?8"|utf-?8) *)?$/i;

/**
 * Checks the headers that describe a body, before it is read.
 * @throws `badRequest`
 */
export function requireJsonHeaders(request: IncomingMessage): void {
  // If the header was sent twice, the joined value contains a comma, which no media type does.
  const type = headerValues(request, 'content-type').join(',');
  if (type.slice(0, mediaType.length).toLowerCase() !== mediaType || !PARAMETERS.test(type.slice(mediaType.length)))
    throw fail('badRequest', { message: `Header Content-Type must be ${mediaType}` });
  // Node ensures that the last coding is chunked, but would accept a body that was also compressed.
  if (headerValues(request, 'transfer-encoding').some((codings) => codings.toLowerCase() !== 'chunked'))
    throw fail('badRequest', { message: 'Header Transfer-Encoding can only be chunked' });
  if (headerValues(request, 'content-encoding').some((coding) => coding.toLowerCase() !== 'identity'))
    throw fail('badRequest', { message: 'Header Content-Encoding is not supported; send the body uncompressed' });
}

/**
 * Parses a body as strict JSON.
 * @throws `badRequest`
 */
export function readBody(body: unknown): unknown {
  try {
    return readStrictJson(bytesOf(body));
  } catch (error) {
    throw error instanceof JsonRefusal ? fail('badRequest', { message: error.message }) : error;
  }
}

/** Returns the bytes of a body; none if there is no body. `instanceof` fails in a test environment that has its own `Uint8Array`. */
function bytesOf(body: unknown): Uint8Array {
  return ArrayBuffer.isView(body) ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : new Uint8Array();
}

/**
 * Checks that a body is the values of one record.
 * @throws `badRequest` if it is not a JSON object
 */
export function requireRecord(body: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(body)) throw fail('badRequest', { message: 'The body must be a JSON object' });
  return body;
}
