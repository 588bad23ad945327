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

/** What a request gets: an answer of the contract, and what keeps it from arriving as it is. */
export interface MockAnswer extends Disturbances {
  readonly answer: DocumentedAnswer;
}

/**
 * Answers a request: decides which documented answer it calls for, and fills in what was sent. Whatever is thrown on the way
 * becomes an answer here, and nowhere else.
 * @param onBug takes what no request should bring about; the documented internal error answers it
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

/** The answer to a failure. */
function answerOutside(failure: ScenarioFailure): DocumentedAnswer {
  return { status: failure.status, body: toEnvelope(failure) };
}

/** Whether an operation documents a failure; one that is raised before its operation is known belongs to none. */
function isDocumented({ scenario }: ScenarioFailure, operationId: OperationId | undefined): boolean {
  return operationId === undefined || documentedScenarios(operationId).includes(scenario);
}

function succeeded(operationId: OperationId, result: object | undefined, documents: Documents): DocumentedAnswer {
  const { status, body } = documents.answer(operationId, contract.operations[operationId].success);
  return { status, body: isObject(body) ? { ...body, ...result } : body };
}

/** HTTP/1.1 asks for exactly one (RFC 9112, section 3.2). */
function checkHost({ httpVersion, headers }: MockRequest): void {
  if (httpVersion === '1.1' && headers.host?.length !== 1) {
    throw fail('badRequest', { message: 'The request must have one Host header' });
  }
}
