import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that carries the request id, in requests and in responses. */
export const REQUEST_ID = 'x-request-id';

const USABLE = /^[\w.-]{1,128}$/;

/** The property of a request that holds its id. */
const GIVEN = Symbol('request id');

/** Returns the id that the caller sent if it is safe to write to headers and logs, and a new UUID otherwise. */
export function requestIdOf(sent: string | readonly string[] | undefined): string {
  return typeof sent === 'string' && USABLE.test(sent) ? sent : randomUUID();
}

/**
 * Returns the id of a request: the same one on every call. Ignores an id equal to the caller's API key, so that keys never
 * reach the logs.
 */
export function idOf(request: IncomingMessage & { [GIVEN]?: string }): string {
  const { [REQUEST_ID]: sent, authorization } = request.headers;
  const isKey = typeof sent === 'string' && authorization?.split(' ').includes(sent);
  request[GIVEN] ??= requestIdOf(isKey ? undefined : sent);
  return request[GIVEN];
}
