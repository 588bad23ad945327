import type { Code, OperationId } from '../contract/index.ts';
import { documentedCodes, isDetails, pairs, readEnvelope, scenarioNames, scenarios } from '../contract/index.ts';
import { ApiError } from './api-error.ts';
import type { Why } from './unexpected-response.ts';

/**
 * Reads the envelope of a failure whose status the operation documents, or tells why it is none. Members that the contract
 * does not know are no reason, nor are details where the code has none: both are left out.
 */
export function readRefusal(operationId: OperationId, { status, headers }: Response, body: unknown): ApiError | Why {
  const { code, message, details } = readEnvelope(body) ?? {};
  if (typeof code !== 'string' || typeof message !== 'string') return 'wrong-shape';
  const pair = pairs.find((known) => known.status === status && known.code === code);
  if (pair === undefined || !documentedCodes(operationId, status).includes(code)) return 'undocumented';
  const requestId = headers.get('x-request-id') ?? undefined;
  if (!hasDetails(pair.code)) return new ApiError({ operationId, ...pair, message, details: undefined, requestId });
  if (!isDetails(details) || details.length === 0) return 'wrong-shape';
  return new ApiError({ operationId, ...pair, message, details, requestId });
}

function hasDetails(code: Code): boolean {
  return scenarioNames.some((name) => scenarios[name].code === code && scenarios[name].details);
}
