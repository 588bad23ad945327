import { answerHeaders, contract, documentedScenarios, readEnvelope, toEnvelope } from '../contract/index.ts';
import type { DocumentedAnswer } from '../injection/index.ts';
import { gatewayAnswer } from '../injection/index.ts';
import type { MockRequest } from '../mock-core/index.ts';
import {
  answerRequest,
  corsHeaders,
  isPreflight,
  keptRecords,
  operationOf,
  preflightHeaders,
} from '../mock-core/index.ts';
import { readBaseUrl } from './base-url.ts';
import type { Controls } from './controls.ts';
import { documents } from './documents.ts';
import type { MockOptions } from './options.ts';
import { requireOptions } from './options.ts';
import type { PlainRequest, PlainResponse } from './plain-request.ts';
import type { PlannedFailure } from './planned-failures.ts';
import { plannedFailures } from './planned-failures.ts';
import { REQUEST_ID, requestIdOf } from './request-id.ts';
import { shownFor } from './shown-for.ts';

/** The mock without a server: it answers requests that a tool intercepts. */
export interface InProcessMock extends Controls {
  /** Matches the URLs that it answers. */
  readonly pattern: RegExp;
  /**
   * Answers a request.
   * @throws {DefinitionError} if the definition cannot be used
   */
  answer(request: PlainRequest): Promise<PlainResponse>;
}

/**
 * Returns a mock that answers in the same process as `workspace-api mock` answers over HTTP.
 * @throws {TypeError} if the options cannot be used
 */
export function inProcessMock(all: MockOptions): InProcessMock {
  requireOptions(all);
  const { baseUrl, keep = false, failure, ...options } = all;
  const { pattern, basePath } = readBaseUrl(baseUrl);
  const shown = shownFor(options);
  const kept = keep ? keptRecords() : undefined;
  const planned = plannedFailures();
  return {
    pattern,
    async answer(received) {
      const request = readRequest(received, basePath);
      const requestId = requestIdOf(received.headers);
      if (isPreflight(received))
        return arriving({ status: 204, headers: { [REQUEST_ID]: requestId, ...preflightHeaders(received) }, text: '' });
      const workspaces = await shown();
      const operationId = operationOf(request, workspaces.definition);
      const taken = operationId === undefined ? undefined : planned.take(operationId);
      const isPermanent =
        operationId !== undefined && failure !== undefined && documentedScenarios(operationId).includes(failure);
      const respond = (plan: PlannedFailure) =>
        answerRequest(withPlan(request, plan), documents, workspaces, rethrow, kept?.of);
      const permanent: PlannedFailure = isPermanent ? { scenario: failure } : {};
      const plan = taken ?? permanent;
      const first = await respond(plan);
      const isOther = plan.scenario !== undefined && codeOf(first.answer) !== contract.scenarios[plan.scenario].code;
      if (isOther && taken !== undefined)
        throw new TypeError(`failNext('${operationId}', '${plan.scenario}'): ${JSON.stringify(first.answer.body)}`);
      // An entity without the columns for a failure does not document it.
      const { answer, delay, disturbance } = isOther ? await respond({}) : first;
      const written = writtenAnswer(
        plan.failure === undefined ? answer : { status: plan.failure.status, body: toEnvelope(plan.failure) },
        requestId,
      );
      const response = { ...written, headers: { ...written.headers, ...corsHeaders(received) } };
      const fault = plan.fault ?? disturbance;
      if (fault === 'html') return { ...arriving(gatewayAnswer(response.headers)), delay };
      return { ...response, delay, fault };
    },
    failNext: planned.failNext,
    breakNext: planned.breakNext,
    reset() {
      kept?.reset();
      planned.clear();
    },
  };
}

function readRequest({ method, url, headers, body }: PlainRequest, basePath: string): MockRequest {
  // Not parsed as a URL, which would change its percent escapes.
  const [target = ''] = url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split('#');
  const questionMark = target.indexOf('?');
  return {
    method,
    // Fetch has no Host header that a test could leave out, so the rule of HTTP/1.1 does not apply.
    httpVersion: '2',
    path: questionMark === -1 ? target : target.slice(0, questionMark),
    basePath,
    query: questionMark === -1 ? '' : target.slice(questionMark + 1),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]])),
    body: body.length > contract.limits.bodyBytes ? 'tooLong' : body,
  };
}

/** A planned failure takes the way of `Prefer`, so that it is the one that the entity documents. */
function withPlan(request: MockRequest, { scenario }: PlannedFailure): MockRequest {
  if (scenario === undefined) return request;
  return { ...request, headers: { ...request.headers, prefer: [`example=${scenario}`] } };
}

function writtenAnswer({ status, body }: DocumentedAnswer, requestId: string) {
  if (body === undefined) return { status, headers: { [REQUEST_ID]: requestId }, text: '' };
  return { status, headers: { [REQUEST_ID]: requestId, ...answerHeaders({ status }) }, text: JSON.stringify(body) };
}

function codeOf({ body }: DocumentedAnswer): string | undefined {
  const code = readEnvelope(body)?.code;
  return typeof code === 'string' ? code : undefined;
}

function arriving(response: Pick<PlainResponse, 'status' | 'headers' | 'text'>): PlainResponse {
  return { ...response, delay: 0, fault: undefined };
}

/** An unexpected error is a bug in the mock, which the test should see. */
function rethrow(error: unknown): void {
  throw error;
}
