import { isObject, readEnvelope } from '../../contract/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { parseBody, parseExactBody } from '../../judge/index.ts';

/** Returns the status of a response, or 0 if there was none. */
export function statusOf(exchange: Exchange): number {
  return 'response' in exchange ? exchange.response.status : 0;
}

/** Returns the status of a response, and the code of its error envelope if it has one. */
export function pairOf(exchange: Exchange): { readonly status: number; readonly code: unknown } {
  return { status: statusOf(exchange), code: readEnvelope(jsonOf(exchange))?.code };
}

/** Returns the body of a response as JSON, or `undefined` if it is not JSON. */
export function jsonOf(exchange: Exchange): unknown {
  return 'response' in exchange ? parseBody(exchange.response.body) : undefined;
}

/** Returns the record in a response with the digits of every integer, or `undefined` if it has none. */
export function recordOf(exchange: Exchange): Readonly<Record<string, unknown>> | undefined {
  const json = 'response' in exchange ? parseExactBody(exchange.response.body) : undefined;
  return isObject(json) && isObject(json.data) ? json.data : undefined;
}

/** Describes a response for the message of a violation: `returned 404 NOT_FOUND`, or why there was none. */
export function inWords(exchange: Exchange): string {
  if ('failure' in exchange) return `got no response (${exchange.failure})`;
  const code = readEnvelope(parseBody(exchange.response.body))?.code;
  return `returned ${exchange.response.status}${typeof code === 'string' ? ` ${code}` : ''}`;
}
