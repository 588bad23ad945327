import type { PlannedRequest } from '../../plan/index.ts';
import type { ReceivedResponse } from '../judge/exchange.ts';

const GATEWAY_STATUSES = new Set([429, 502, 503, 504]);
const DEFAULT_SECONDS = 1;
const LONGEST_SECONDS = 30;

/** How many seconds to wait before a request is sent once more; `undefined` where the answer is the target's own. */
export function retryAfter({ status, headers }: ReceivedResponse): number | undefined {
  if (!GATEWAY_STATUSES.has(status)) return undefined;
  const seconds = Number(headers['retry-after'] ?? DEFAULT_SECONDS);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST_SECONDS) : DEFAULT_SECONDS;
}

/** Says that a gateway refused, in words; `undefined` where none did. */
export function gatewayComplaint(request: PlannedRequest, { status }: ReceivedResponse): string | undefined {
  if (!GATEWAY_STATUSES.has(status)) return undefined;
  return `${request.method} ${request.path} was answered ${status}, which comes from a gateway: the target can not be judged now`;
}
