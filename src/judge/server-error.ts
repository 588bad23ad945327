import type { PlannedCase } from '../plan/index.ts';
import type { Exchange, ReceivedResponse } from './exchange.ts';
import { isOperationPath } from './operation-path.ts';
import { parseBody } from './parse-body.ts';

/**
 * Statuses that HTTP itself defines for bad requests (RFC 9110, section 15; RFC 6585, section 5). Another implementation, or its
 * framework, may return them instead of 400.
 */
const OWN_STATUSES = new Set([405, 406, 408, 411, 413, 414, 415, 416, 417, 421, 426, 431, 501, 505]);

/** Statuses of a gateway in front of the target (RFC 9110, section 15.6; RFC 6585, section 4). */
const GATEWAY_STATUSES = new Set([429, 502, 503, 504]);

const NO_CONTENT = 204;

/** The rule that a server error violates, whichever mistake provoked it. */
export const NO_SERVER_ERROR =
  'A client error is not an unexpected error: it gets a JSON response with a status below 500.';

/** A response that no client error justifies, named after the check that reports it. */
export type ServerError = 'answer' | 'status' | 'body';

/** Whether a gateway in front of the target, rather than the target, returns the status. */
export function isGatewayStatus(status: number): boolean {
  return GATEWAY_STATUSES.has(status);
}

/** Whether HTTP itself defines the status for bad requests. */
export function isOwnStatus(status: number): boolean {
  return OWN_STATUSES.has(status);
}

/**
 * Returns what no request justifies in a response: that there is none, that its status is 500 or another unexpected error, or
 * that its body is not JSON. Leaves out statuses that HTTP or a gateway defines, redirects, and responses to HEAD.
 */
export function serverErrorIn(exchange: Exchange): ServerError | undefined {
  if ('failure' in exchange) return 'answer';
  const { status, body } = exchange.response;
  if (exchange.request.method === 'HEAD' || isOwnStatus(status) || isGatewayStatus(status)) return undefined;
  if (status >= 500) return 'status';
  if (status === NO_CONTENT || (status >= 300 && status < 400)) return undefined;
  return parseBody(body) === undefined ? 'body' : undefined;
}

/**
 * Returns the server error in a response if it counts whatever the basis of the case is. A missing response counts once it was
 * confirmed.
 */
export function countingServerError(planned: PlannedCase, exchange: Exchange): ServerError | undefined {
  const error = serverErrorIn(exchange);
  if (error === undefined || !isWellFormedRequest(planned)) return undefined;
  if ('failure' in exchange) return exchange.confirmed === true ? error : undefined;
  return error === 'body' && isProxyRefusal(planned, exchange.response) ? undefined : error;
}

/** Whether a case is one that a well-formed client could send to an operation of the contract. */
export function isWellFormedRequest({ operationId, request, allowsServerError }: PlannedCase): boolean {
  return allowsServerError !== true && operationId !== 'outsideOperations' && isOperationPath(request.path);
}

/** Whether a proxy in front of the target may have refused the URL, in its own words. */
export function isProxyRefusal({ request }: PlannedCase, { status }: ReceivedResponse): boolean {
  return status === 400 && /%(?![0-9a-f]{2})|%00/i.test(request.path);
}
