import type { OperationId } from '../contract/index.ts';
import {
  contract,
  documentedScenarios,
  fail,
  internalError,
  isObject,
  ScenarioFailure,
  toEnvelope,
} from '../contract/index.ts';
import type { Disturbances, DocumentedAnswer } from '../injection/index.ts';
import { failOnPurpose, readDisturbances, readSummons, undisturbed } from '../injection/index.ts';
import { readCall } from './call.ts';
import { findWorkspace, openWorkspace } from './check-key.ts';
import type { Documents } from './documents.ts';
import type { MockRequest } from './mock-request.ts';
import { perform } from './perform.ts';
import { tryDecode } from './percent.ts';
import type { RecordsOf } from './records.ts';
import { exampleRecords } from './records.ts';
import type { Route } from './route.ts';
import { findRoute } from './route.ts';
import type { ShownWorkspaces } from './shown-workspaces.ts';

/** The response to a request, and how its delivery is disturbed. */
export interface MockAnswer extends Disturbances {
  readonly answer: DocumentedAnswer;
}

/**
 * Returns the documented response that a request calls for, filled in with the values of the request. This is the only place that
 * turns thrown errors into responses.
 * @param shown the workspaces, their records and the responses documented for them
 * @param onBug receives errors that no request should cause; the response is then the documented internal error
 * @param recordsOf returns the records of a workspace, if they are not those that are shown for it
 */
export async function answerRequest(
  request: MockRequest,
  documents: Documents,
  shown: ShownWorkspaces,
  onBug: (error: unknown) => void,
  recordsOf: RecordsOf = exampleRecords,
): Promise<MockAnswer> {
  let disturbances = undisturbed;
  let operationId: OperationId | undefined;
  try {
    disturbances = readDisturbances(request.headers);
    checkHost(request);
    const route = findRoute(request, shown.definition);
    ({ operationId } = route);
    const summoned = summonedAnswer(route, request.headers.prefer ?? [], documents, shown);
    if (summoned !== undefined) return { ...disturbances, answer: summoned };
    const workspace = openWorkspace(route, request.headers.authorization ?? [], shown);
    const call = await readCall(request, route, workspace, documents);
    failOnPurpose(request.headers);
    const result = perform(operationId, call, recordsOf(shown, workspace));
    return { ...disturbances, answer: succeeded(operationId, result, documents) };
  } catch (error) {
    if (error instanceof ScenarioFailure && isDocumented(error, operationId))
      return { ...disturbances, answer: answerOutside(error) };
    onBug(error);
    return { ...undisturbed, answer: answerOutside(internalError()) };
  }
}

/** Returns the documented response that a request asks for by its name: one of its entity, or else one of the contract. */
function summonedAnswer(
  route: Route,
  prefer: readonly string[],
  documents: Documents,
  shown: ShownWorkspaces,
): DocumentedAnswer | undefined {
  if (prefer.length === 0) return undefined;
  const { operationId } = route;
  const workspace = findWorkspace(route, shown.definition);
  const entityName = tryDecode(route.entityName);
  const entity = workspace?.entities.find(({ name }) => name === entityName);
  const own = workspace === undefined || entity === undefined ? undefined : shown.answers({ workspace, entity });
  const { examples, answer } = own ?? documents;
  const summons = readSummons(operationId, prefer, examples(operationId), own && entityName);
  return summons && answer(operationId, summons.status, summons.example);
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
