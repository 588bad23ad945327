import { fail } from '../contract/index.ts';
import type { MockRequest } from './mock-request.ts';

/** Reads the JSON body of a request; whatever is no JSON in UTF-8 without a byte order mark (RFC 8259) is a bad request. */
export function readJson({ headers, body }: MockRequest): unknown {
  if (body === 'tooLong') throw badBody('is longer than 1 MiB');
  if (headers['content-encoding'] !== undefined) throw badBody('is compressed; send it plain');
  if (body.length === 0) throw badBody('is missing');
  const [contentType = 'nothing', ...more] = headers['content-type'] ?? [];
  if (more.length > 0 || !/^application\/json\s*(;|$)/i.test(contentType)) {
    throw badBody(`must have the content type application/json, not ${[contentType, ...more].join(', ')}`);
  }
  return parse(decodeUtf8(body));
}

function decodeUtf8(body: Uint8Array): string {
  try {
    // Without `ignoreBOM` a byte order mark would vanish here; JSON.parse refuses it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw badBody('is not valid UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badBody('is not valid JSON');
  }
}

function badBody(complaint: string) {
  return fail('badRequest', { message: `The request body ${complaint}` });
}
