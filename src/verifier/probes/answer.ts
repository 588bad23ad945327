import { isObject, readEnvelope } from '../../contract/index.ts';
import type { Exchange } from '../judge/exchange.ts';
import { parseBody } from '../judge/parse-body.ts';

/** The status of an answer; 0 where none came. */
export function statusOf(exchange: Exchange): number {
  return 'response' in exchange ? exchange.response.status : 0;
}

/** The status and the code of an answer, as far as it has them. */
export function pairOf(exchange: Exchange): { readonly status: number; readonly code: unknown } {
  return { status: statusOf(exchange), code: readEnvelope(jsonOf(exchange))?.code };
}

/** The body of an answer as JSON, or `undefined` where it is none. */
export function jsonOf(exchange: Exchange): unknown {
  return 'response' in exchange ? parseBody(exchange.response.body) : undefined;
}

/** The record that an answer carries, or `undefined`. */
export function recordOf(exchange: Exchange): Readonly<Record<string, unknown>> | undefined {
  const json = jsonOf(exchange);
  return isObject(json) && isObject(json.data) ? json.data : undefined;
}

/** An answer in words, for the message of a breach: `404 NOT_FOUND`, or why none came. */
export function inWords(exchange: Exchange): string {
  if ('failure' in exchange) return `not answered (${exchange.failure})`;
  const code = readEnvelope(parseBody(exchange.response.body))?.code;
  return `answered ${exchange.response.status}${typeof code === 'string' ? ` ${code}` : ''}`;
}
