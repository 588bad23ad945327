import type { OperationKey } from '../../contract/index.ts';
import { contract, documentsStatus, readEnvelope } from '../../contract/index.ts';
import type { PlannedRequest } from '../../plan/index.ts';
import type { ReceivedResponse } from '../../judge/index.ts';
import { parseBody } from '../../judge/index.ts';

/** A response that says nothing about the contract yet: the server, or something in front of it, refuses for now. */
export interface Refusal {
  readonly status: number;
  /** How long the response asks to wait, in seconds; `undefined` if it does not say. */
  readonly seconds: number | undefined;
  /** Who refuses: a limit on requests, a gateway that got no response, or the target itself, with a code of its own. */
  readonly by: 'limit' | 'gateway' | 'target';
}

const TOO_MANY_REQUESTS = 429;
const GATEWAY_STATUSES = new Set([502, 503, 504]);

/** How many path segments precede those of the operation: the organization and the workspace. */
const SEGMENTS_BEFORE = 2;

/** Whether an operation documents a status. Tests pass their own; otherwise it is the contract's. */
type Documents = (key: OperationKey, status: number) => boolean;

/** Returns why a response is not final; `undefined` if it is. A status that the operation documents is. */
export function refusalIn(
  request: PlannedRequest,
  { status, headers, body }: ReceivedResponse,
  documents: Documents = documentsStatus,
): Refusal | undefined {
  if (status !== TOO_MANY_REQUESTS && !GATEWAY_STATUSES.has(status)) return undefined;
  if (operationsOf(request).some((key) => documents(key, status))) return undefined;
  const hasCode = typeof readEnvelope(parseBody(body))?.code === 'string';
  const by = status === TOO_MANY_REQUESTS ? 'limit' : hasCode ? 'target' : 'gateway';
  return { status, seconds: secondsOf(headers['retry-after'], headers.date), by };
}

/** Reads `Retry-After`, which is a number of seconds or a date (RFC 9110, section 10.2.3). */
function secondsOf(after: string | undefined, date = new Date().toUTCString()): number | undefined {
  const text = after?.trim() ?? '';
  if (text === '') return undefined;
  const seconds = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - Date.parse(date)) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** Returns the operations that a request's method and path match. Probes also send requests that belong to no planned case. */
export function operationsOf({ method, path }: PlannedRequest): readonly OperationKey[] {
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
