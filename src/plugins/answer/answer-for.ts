import { STATUS_CODES } from 'node:http';

import type { ScenarioFailure } from '../../contract/index.ts';
import { contract, internalError, toEnvelope } from '../../contract/index.ts';
import { answerHeaders, statusOf } from '../../error-responses/index.ts';
import type { FailedRequest } from './failed-request.ts';
import { recognizeFailure } from './recognize-failure.ts';

/** The response to a failure. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the cause must be reported, because the response does not reveal it. */
  readonly isUnexpected: boolean;
}

/** Returns the failure for errors of one more kind. */
export type Recognize = (error: unknown) => ScenarioFailure | undefined;

/** Returns the response to an error of any kind. Never throws, whatever was thrown. */
export function answerFor(error: unknown, request: FailedRequest, recognize: Recognize = () => undefined): Answer {
  try {
    const status = statusOfGateway(error, request);
    if (status !== undefined) return answerOfGateway(status);
    const failure = recognize(error) ?? recognizeFailure(error, request);
    if (failure !== undefined) return answerWith(failure);
  } catch {
    // The error is a proxy, has a getter that throws, or its details are not JSON.
  }
  return { ...answerWith(internalError()), isUnexpected: true };
}

/** Returns the response to a documented failure. */
function answerWith(failure: ScenarioFailure): Answer {
  const body = JSON.stringify(toEnvelope(failure));
  return { status: failure.status, headers: answerHeaders(failure), body, isUnexpected: false };
}

/** Statuses of a rate limiter or gateway that ask the client to retry later. */
const RETRY_LATER = new Set([429, 503]);

/**
 * Returns the status of an error that is a gateway's and not the contract's: the response already says when to retry, and the
 * contract does not define the status.
 */
function statusOfGateway(error: unknown, { hasRetryAfter }: FailedRequest): number | undefined {
  const status = hasRetryAfter ? statusOf(error) : undefined;
  const isDocumented = contract.pairs.some((pair) => pair.status === status);
  return status !== undefined && RETRY_LATER.has(status) && !isDocumented ? status : undefined;
}

/** Like every other response, it does not contain the text of the error. */
function answerOfGateway(status: number): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: `${STATUS_CODES[status]}\n`, isUnexpected: false };
}
