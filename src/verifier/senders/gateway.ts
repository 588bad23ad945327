import type { OperationKey } from '../../contract/index.ts';
import { contract, documentsStatus } from '../../contract/index.ts';
import type { PlannedRequest } from '../../plan/index.ts';
import type { ReceivedResponse } from '../judge/exchange.ts';

const GATEWAY_STATUSES = new Set([429, 502, 503, 504]);
const DEFAULT_SECONDS = 1;
const LONGEST_SECONDS = 30;

/** How many path segments precede those of the operation: the organization and the workspace. */
const SEGMENTS_BEFORE = 2;

/** Whether an operation documents a status. Tests pass their own; otherwise it is the contract's. */
type Documents = (key: OperationKey, status: number) => boolean;

/** Returns how many seconds to wait before retrying a request; `undefined` if the response comes from the target itself. */
export function retryAfter(
  request: PlannedRequest,
  { status, headers }: ReceivedResponse,
  documents?: Documents,
): number | undefined {
  if (!isFromGateway(request, status, documents)) return undefined;
  const seconds = Number(headers['retry-after'] ?? DEFAULT_SECONDS);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST_SECONDS) : DEFAULT_SECONDS;
}

/** Returns a message if the response comes from a gateway, and `undefined` otherwise. */
export function gatewayComplaint(
  request: PlannedRequest,
  { status }: ReceivedResponse,
  documents?: Documents,
): string | undefined {
  if (!isFromGateway(request, status, documents)) return undefined;
  return `${request.method} ${request.path} returned ${status} from a gateway: the target cannot be judged now, try again later`;
}

/** A gateway status comes from the target itself if the operation documents it. */
function isFromGateway(request: PlannedRequest, status: number, documents: Documents = documentsStatus): boolean {
  return GATEWAY_STATUSES.has(status) && !operationsOf(request).some((key) => documents(key, status));
}

/** Returns the operations that a request's method and path match. Probes also send requests that belong to no planned case. */
function operationsOf({ method, path }: PlannedRequest): readonly OperationKey[] {
  const [withoutQuery = ''] = path.split('?', 1);
  const segments = withoutQuery.split('/').slice(1 + SEGMENTS_BEFORE);
  const fitting = contract.operationIds.filter((operationId) => {
    const operation = contract.operations[operationId];
    // A server handles HEAD like GET (RFC 9110, section 9.3.2).
    return operation.method === (method === 'HEAD' ? 'GET' : method) && fits(segments, operation.path);
  });
  return fitting.length > 0 ? fitting : ['outsideOperations'];
}

function fits(segments: readonly string[], template: string): boolean {
  const parts = template.split('/').slice(1);
  return parts.length === segments.length && parts.every((part, at) => part.startsWith('{') || part === segments[at]);
}
