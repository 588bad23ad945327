import { randomUUID } from 'node:crypto';

/** The header that carries the id of a request, in what is asked and in what is answered. */
export const REQUEST_ID = 'x-request-id';

const USABLE = /^[\w.-]{1,128}$/;

/** The id of a request: the caller's own where it can stand in a header and a log, a new UUID otherwise. */
export function requestIdOf(sent: string | readonly string[] | undefined): string {
  return typeof sent === 'string' && USABLE.test(sent) ? sent : randomUUID();
}
