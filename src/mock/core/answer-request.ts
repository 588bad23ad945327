import type { OperationId } from '../../contract/index.ts';
import {
  contract,
  documentedScenarios,
  fail,
  internalError,
  isObject,
  ScenarioFailure,
  toEnvelope,
} from '../../contract/index.ts';
import type { Disturbances } from '../injection/disturbance.ts';
import { undisturbed, readDisturbances } from '../injection/disturbance.ts';
import { failOnPurpose } from '../injection/fault.ts';
import { readSummons } from '../injection/summons.ts';
import { readCall } from './call.ts';
import { openWorkspace } from './check-key.ts';
import type { DocumentedAnswer, Documents } from './documents.ts';
import { exampleRecords } from './example-records.ts';
import type { MockRequest } from './mock-request.ts';
import { perform } from './perform.ts';
import { findRoute } from './route.ts';

/** The response to a request, and how its delivery is disturbed. */
export interface MockAnswer extends Disturbances {
  readonly answer: DocumentedAnswer;
}

/**
 * Returns the documented response that a request calls for, filled in with the values of the request. This is the only place that
 * turns thrown errors into responses.
 * @param onBug receives errors that no request should cause; the response is then the documented internal error
 */
export async function answerRequest(
  request: MockRequest,
  documents: Documents,
  onBug: (error: unknown) => void,
): Promise<MockAnswer> {
  let disturbances = undisturbed;
  let operationId: OperationId | undefined;
  try {
    disturbances = readDisturbances(request.headers);
    checkHost(request);
    const route = findRoute(request.method, request.path);
    ({ operationId } = route);
    const summons = readSummons(operationId, request.headers.prefer ?? [], documents.examples(operationId));
    if (summons !== undefined)
      return { ...disturbances, answer: documents.answer(operationId, summons.status, summons.example) };
    const workspace = openWorkspace(route, request.headers.authorization ?? []);
    const call = await readCall(request, route, workspace, documents);
    failOnPurpose(request.headers);
    const result = perform(operationId, call, exampleRecords(documents));
    return { ...disturbances, answer: succeeded(operationId, result, documents) };
  } catch (error) {
    if (error instanceof ScenarioFailure && isDocumented(error, operationId))
      return { ...disturbances, answer: answerOutside(error) };
    onBug(error);
    return { ...undisturbed, answer: answerOutside(internalError()) };
  }
}

function answerOutside(failure: ScenarioFailure): DocumentedAnswer {
  return { status: failure.status, body: toEnvelope(failure) };
}

/** Whether an operation documents a failure. Failures raised before the operation is known always count as documented. */
function isDocumented({ scenario }: ScenarioFailure, operationId: OperationId | undefined): boolean {
  return operationId === undefined || documentedScenarios(operationId).includes(scenario);
}

function succeeded(operationId: OperationId, result: object | undefined, documents: Documents): DocumentedAnswer {
  const { status, body } = documents.answer(operationId, contract.operations[operationId].success);
  return { status, body: isObject(body) ? { ...body, ...result } : body };
}

/** HTTP/1.1 requires exactly one Host header (RFC 9112, section 3.2). */
function checkHost({ httpVersion, headers }: MockRequest): void {
  if (httpVersion === '1.1' && headers.host?.length !== 1) {
    throw fail('badRequest', { message: 'The request must have exactly one Host header' });
  }
}
