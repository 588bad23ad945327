import { contract, fail, isObject, ScenarioFailure, toEnvelope } from '../../contract/index.ts';
import { internalError } from '../../error-responses/index.ts';
import type { DocumentedAnswer, Prism } from '../prism/prism.ts';
import { readCall } from '../request/call.ts';
import { openWorkspace } from '../request/check-key.ts';
import type { MockRequest } from '../request/mock-request.ts';
import type { Route } from '../request/route.ts';
import { findRoute } from '../request/route.ts';
import { readSummons } from '../request/summons.ts';
import { triggers } from '../triggers.ts';
import { exampleRecords } from './example-records.ts';
import { perform } from './perform.ts';

/**
 * Answers a request: decides which documented answer it calls for, has Prism give it, and fills in what was sent.
 * @throws {Error} only when the mock itself is broken.
 */
export async function answerRequest(request: MockRequest, prism: Prism): Promise<DocumentedAnswer> {
  try {
    checkHost(request);
    return await answerRoute(request, findRoute(request.method, request.path), prism);
  } catch (error) {
    if (error instanceof ScenarioFailure) return answerOutside(error);
    throw error;
  }
}

/** The answer to a failure that lies outside any operation, so that there is none whose example Prism could give. */
export function answerOutside(failure: ScenarioFailure): DocumentedAnswer {
  return { status: failure.status, body: toEnvelope(failure) };
}

async function answerRoute(request: MockRequest, route: Route, prism: Prism): Promise<DocumentedAnswer> {
  try {
    return await decide(request, route, prism);
  } catch (error) {
    if (!(error instanceof ScenarioFailure)) throw error;
    return fillError(prism.answer(route.operationId, error.status, error.scenario), error);
  }
}

/** The order of the contract: key, read-only key, access mode, entity, malformed request, record, validation, unique, foreign key. */
async function decide(request: MockRequest, route: Route, prism: Prism): Promise<DocumentedAnswer> {
  const { operationId } = route;
  const summons = readSummons(operationId, request.headers.prefer ?? [], prism.examples(operationId));
  if (summons !== undefined) return prism.answer(operationId, summons.status, summons.example);
  const workspace = openWorkspace(route, request.headers.authorization ?? []);
  const call = await readCall(request, route, workspace, prism);
  checkFault(request);
  const page = prism.answer('listRecords', contract.operations.listRecords.success);
  const result = perform(operationId, call, exampleRecords(page.body));
  return fillSuccess(prism.answer(operationId, contract.operations[operationId].success), result);
}

function fillSuccess({ status, body }: DocumentedAnswer, result: object | undefined): DocumentedAnswer {
  return { status, body: isObject(body) ? { ...body, ...result } : body };
}

function fillError({ status, body }: DocumentedAnswer, { message, details }: ScenarioFailure): DocumentedAnswer {
  if (!isObject(body) || !isObject(body.error)) throw new Error(`The example of ${status} is no envelope`);
  return { status, body: { ...body, error: { ...body.error, message, ...(details && { details }) } } };
}

/** HTTP/1.1 asks for exactly one (RFC 9112, section 3.2). */
function checkHost({ httpVersion, headers }: MockRequest): void {
  if (httpVersion === '1.1' && headers.host?.length !== 1) {
    throw fail('badRequest', { message: 'The request must have one Host header' });
  }
}

function checkFault({ headers }: MockRequest): void {
  const { name, value } = triggers.faultHeader;
  if (headers[name]?.includes(value) === true) throw internalError();
}
