import { isObject, readEnvelope } from '../../contract/index.ts';
import type { Exchange, ReceivedResponse } from '../../judge/index.ts';
import { parseBody } from '../../judge/index.ts';

const LONGEST = 160;

/** Describes a request and its response in one line, without headers: `GET /acme-corp/sales/Customer returned 404 "Not Found"`. */
export function described({ request, ...outcome }: Exchange): string {
  const { method, path } = request;
  if (!('response' in outcome)) return `${method} ${path} got no response (${outcome.failure})`;
  const { status, body } = outcome.response;
  const error = errorIn(outcome.response);
  if (error !== undefined) return `${method} ${path} returned ${status} ${error.code} ${quoted(error.message)}`;
  return `${method} ${path} returned ${status}${body === '' ? '' : ` ${quoted(body)}`}`;
}

/** The code and the message of an error envelope. */
export interface ShownError {
  readonly code: string;
  readonly message: string;
}

/** Returns the error in a response, or `undefined` if it has no error envelope. */
export function errorIn({ status, body }: ReceivedResponse): ShownError | undefined {
  const error = status < 400 ? undefined : readEnvelope(parseBody(body));
  return typeof error?.code === 'string' && typeof error.message === 'string'
    ? { code: error.code, message: error.message }
    : undefined;
}

/** Whether the body of a response contains no information. An unfinished server may send an empty object. */
export function saysNothing({ body }: ReceivedResponse): boolean {
  const json = parseBody(body);
  return body.trim() === '' || (isObject(json) && Object.keys(json).length === 0);
}

/** Quotes a text as JSON, which leaves no control characters in it. */
function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
