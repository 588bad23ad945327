import { contract, fail, sizeInWords } from '../contract/index.ts';
import { JsonRefusal, readStrictJson } from '../workspace/portable/index.ts';
import type { MockRequest } from './mock-request.ts';

const { mediaType } = contract.envelope;

/** The maximum size of a body, in words for messages. */
export const LONGEST_IN_WORDS = sizeInWords(contract.limits.bodyBytes);

/** Reads the JSON body of a request. A body that `readStrictJson` refuses, or that lacks the JSON content type, is a bad request. */
export function readJson({ headers, body }: MockRequest): unknown {
  if (body === 'tooLong') throw badBody(`The body is longer than ${LONGEST_IN_WORDS}`);
  if (headers['content-encoding'] !== undefined) throw badBody('The body is compressed; send it uncompressed');
  if (body.length === 0) throw badBody('The body is empty; it must be JSON');
  const [contentType, ...more] = headers['content-type'] ?? [];
  if (contentType === undefined) throw badBody(`The request has no content type; it must be ${mediaType}`);
  const [type = ''] = contentType.split(';');
  if (more.length > 0 || type.trimEnd().toLowerCase() !== mediaType.toLowerCase()) {
    throw badBody(`The body must have the content type ${mediaType}, not ${[contentType, ...more].join(', ')}`);
  }
  try {
    return readStrictJson(body);
  } catch (error) {
    throw error instanceof JsonRefusal ? badBody(error.message) : error;
  }
}

function badBody(message: string) {
  return fail('badRequest', { message });
}
