import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that carries the id of a request, in what is asked and in what is answered. */
export const REQUEST_ID = 'x-request-id';

const USABLE = /^[\w.-]{1,128}$/;

/** Where a request keeps the id that it was given. */
const GIVEN = Symbol('request id');

/** The id of a request: the caller's own where it can stand in a header and a log, a new UUID otherwise. */
export function requestIdOf(sent: string | readonly string[] | undefined): string {
  return typeof sent === 'string' && USABLE.test(sent) ? sent : randomUUID();
}

/**
 * The same, and the same id however often it is asked for. A key that was sent as an id by mistake would stand in a log, so it
 * is none.
 */
export function idOf(request: IncomingMessage & { [GIVEN]?: string }): string {
  const { [REQUEST_ID]: sent, authorization } = request.headers;
  const isKey = typeof sent === 'string' && authorization?.split(' ').includes(sent);
  request[GIVEN] ??= requestIdOf(isKey ? undefined : sent);
  return request[GIVEN];
}
