import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that carries the request id, in requests and in responses. */
export const REQUEST_ID = 'x-request-id';

const USABLE = /^[\w.-]{1,128}$/;

/** The API keys that the reference server issues, wherever they occur in an id. A word such as `task_7` is not one. */
const ISSUED_KEY = /(?<![a-z0-9])sk_|sk_(live|test)_/i;

/** An id this long that occurs in the credentials is a part of them. A shorter one may occur there by chance. */
const PART_OF_KEY = 8;

/** The property of a request that holds its id. */
const GIVEN = Symbol('request id');

/**
 * Returns the id of a request: the same one on every call. It is the one that the caller sent if that is safe to write to headers
 * and logs, and a new UUID otherwise. An id that contains an API key, or a part of the request's own, is not safe.
 */
export function idOf(request: IncomingMessage & { [GIVEN]?: string }): string {
  const { [REQUEST_ID]: sent, authorization } = request.headers;
  const isUsable = typeof sent === 'string' && USABLE.test(sent) && !containsKey(sent, authorization);
  request[GIVEN] ??= isUsable ? sent : randomUUID();
  return request[GIVEN];
}

function containsKey(id: string, authorization = ''): boolean {
  const credentials = authorization.split(' ').filter((word) => word !== '' && !/^(bearer|basic)$/i.test(word));
  return (
    ISSUED_KEY.test(id) ||
    credentials.some((word) => id.includes(word) || (id.length >= PART_OF_KEY && word.includes(id)))
  );
}
