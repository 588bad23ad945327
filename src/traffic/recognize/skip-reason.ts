import type { ReadEnvelope } from '../../contract/index.ts';
import { contract, hasMessageOf, readEnvelope } from '../../contract/index.ts';
import { isGatewayStatus, isOwnStatus, parseBody } from '../../judge/index.ts';
import type { RecordedExchange } from '../recorded-exchange.ts';
import type { Call } from './find-call.ts';

/** Why an exchange is not judged. */
export type SkipReason = keyof typeof skipReasons;

/** Why exchanges are not judged, in words that follow a number. */
export const skipReasons = {
  notTheApi: 'to other addresses',
  outsideOperations: 'to paths of no operation',
  unlikeTheApi: 'to addresses that never answered like the API (--url says where the API is)',
  otherMethod: 'with a method that the contract does not describe, such as HEAD, OPTIONS or PATCH',
  noResponse: 'without a response',
  notModified: 'answered from a cache, or redirected',
  gateway: 'refused by a gateway or by the HTTP server (such as 413, 429 or 503 without an error envelope)',
  bodyMissing: 'whose response body was not recorded',
} as const;

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE']);

const NO_CONTENT = 204;

/** Returns why the contract says nothing about an exchange; `undefined` if it does. */
export function skipReason({ request, response }: RecordedExchange, call: Call | undefined): SkipReason | undefined {
  const { status, body } = response;
  if (call === undefined) return 'notTheApi';
  if (!METHODS.has(request.method)) return 'otherMethod';
  // A browser records status 0 for a request that it cancelled, or that failed.
  if (status < 200) return 'noResponse';
  if (status >= 300 && status < 400) return 'notModified';
  const isMissing = body === undefined && status !== NO_CONTENT;
  const error = body === undefined ? undefined : readEnvelope(parseBody(body));
  // Another API may be below the same address, with responses of its own.
  if (call.operation === 'outsideOperations' && (status !== 404 || error === undefined || !isRouteNotFound(error)))
    return 'outsideOperations';
  if ((isOwnStatus(status) || isGatewayStatus(status)) && error === undefined) return 'gateway';
  return isMissing ? 'bodyMissing' : undefined;
}

/** Whether a failure can be that of a path of no operation. Another failure shows that the base URL is not the right one. */
function isRouteNotFound({ code, message }: ReadEnvelope): boolean {
  return typeof code === 'string' && !contract.scenarioNames.some((name) => hasMessageOf(name, message));
}
