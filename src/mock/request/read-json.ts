import { fail } from '../../contract/index.ts';
import { JsonRefusal, readStrictJson } from '../../workspace/index.ts';
import type { MockRequest } from './mock-request.ts';

/** Reads the JSON body of a request; whatever is none to `readStrictJson`, or does not say that it is, is a bad request. */
export function readJson({ headers, body }: MockRequest): unknown {
  if (body === 'tooLong') throw badBody('The body is longer than 1 MiB');
  if (headers['content-encoding'] !== undefined) throw badBody('The body is compressed; send it plain');
  if (body.length === 0) throw badBody('The body is empty; it must be JSON');
  const [contentType = 'nothing', ...more] = headers['content-type'] ?? [];
  if (more.length > 0 || !/^application\/json\s*(;|$)/i.test(contentType)) {
    throw badBody(`The body must have the content type application/json, not ${[contentType, ...more].join(', ')}`);
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
