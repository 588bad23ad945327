import type { OperationKey } from '../../contract/index.ts';
import { contract, documentsStatus } from '../../contract/index.ts';
import type { PlannedRequest } from '../../plan/index.ts';
import type { ReceivedResponse } from '../judge/exchange.ts';

const GATEWAY_STATUSES = new Set([429, 502, 503, 504]);
const DEFAULT_SECONDS = 1;
const LONGEST_SECONDS = 30;

/** How many segments of a path precede the operation's own: the organization and the workspace. */
const SEGMENTS_BEFORE = 2;

/** Whether an operation documents a status; handed in by tests, else the contract's. */
type Documents = (key: OperationKey, status: number) => boolean;

/** How many seconds to wait before a request is sent once more; `undefined` where the response is the target's own. */
export function retryAfter(
  request: PlannedRequest,
  { status, headers }: ReceivedResponse,
  documents?: Documents,
): number | undefined {
  if (!isFromGateway(request, status, documents)) return undefined;
  const seconds = Number(headers['retry-after'] ?? DEFAULT_SECONDS);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST_SECONDS) : DEFAULT_SECONDS;
}

/** Says that a gateway refused, in words; `undefined` where none did. */
export function gatewayComplaint(
  request: PlannedRequest,
  { status }: ReceivedResponse,
  documents?: Documents,
): string | undefined {
  if (!isFromGateway(request, status, documents)) return undefined;
  return `${request.method} ${request.path} was answered ${status}, which comes from a gateway: the target can not be judged now`;
}

/** A gateway's status is the target's own where the operation documents it. */
function isFromGateway(request: PlannedRequest, status: number, documents: Documents = documentsStatus): boolean {
  return GATEWAY_STATUSES.has(status) && !operationsOf(request).some((key) => documents(key, status));
}

/** The operations that a request may be for, as far as its method and its path say: probes send more than planned cases. */
function operationsOf({ method, path }: PlannedRequest): readonly OperationKey[] {
  const segments = path
    .replace(/\?.*$/s, '')
    .split('/')
    .slice(1 + SEGMENTS_BEFORE);
  const fitting = contract.operationIds.filter((operationId) => {
    const operation = contract.operations[operationId];
    // HEAD is answered as GET is (RFC 9110, section 9.3.2).
    return operation.method === (method === 'HEAD' ? 'GET' : method) && fits(segments, operation.path);
  });
  return fitting.length > 0 ? fitting : ['outsideOperations'];
}

function fits(segments: readonly string[], template: string): boolean {
  const parts = template.split('/').slice(1);
  return parts.length === segments.length && parts.every((part, at) => part.startsWith('{') || part === segments[at]);
}
