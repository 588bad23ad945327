import type { OperationKey, Recognized, ScenarioName, TemplateValues } from '../../contract/index.ts';
import { contract, readEnvelope, recognizeFailure } from '../../contract/index.ts';
import { parseBody } from '../../judge/index.ts';
import type { CellScenario, Expectation, PlannedRequest } from '../../plan/index.ts';
import type { PathParameters } from '../recognize/find-call.ts';
import { messageValues } from './message-values.ts';
import { successExpectation } from './success-expectation.ts';

/** A response to an operation, and what is known about the request. */
export interface Answer {
  readonly operation: OperationKey;
  readonly request: PlannedRequest;
  readonly parameters: PathParameters;
  /** `undefined` if it is not known. */
  readonly query: URLSearchParams | undefined;
  /** The body of the request as JSON; `undefined` if it is not known. */
  readonly sentBody: unknown;
  readonly response: { readonly status: number; readonly body: string };
  /** What else is known; nothing by default. */
  readonly known?: KnownParts;
}

/** What a definition or a target file says about the failure that a response is. */
export interface KnownParts {
  /** Values of its message. */
  readonly values: (scenario: ScenarioName, message: unknown) => TemplateValues;
  /** The fields that `details` must name. */
  readonly invalidFields?: readonly string[];
}

/** What a response is, and what the contract requires of such a response. */
export interface ExpectedAnswer extends Recognized {
  /** The cell of the matrix to judge it by. Without a documented one, the response is only judged as a failure. */
  readonly cell: CellScenario;
  readonly expected: Expectation;
}

/** Finds the documented response that a response is, or is meant to be. */
export function expectAnswer(answer: Answer): ExpectedAnswer {
  const { operation, response, sentBody: body, known } = answer;
  const { status } = response;
  if (status < 400) {
    const documented = operation === 'outsideOperations' ? status : contract.operations[operation].success;
    const content =
      operation === 'outsideOperations' ? {} : successExpectation(operation, { ...answer, body }, response.body);
    return { cell: 'success', alike: [], expected: { status: documented, ...content } };
  }
  const error = readEnvelope(parseBody(response.body));
  const found: Recognized =
    error === undefined ? unreadable(operation, status) : recognizeFailure(operation, status, error);
  const { scenario } = found;
  if (scenario === undefined) return { ...found, cell: 'internalError', expected: { status } };
  const { code, basis, status: documented } = contract.scenarios[scenario];
  const values = messageValues(scenario, error?.message, { ...answer, body }, known?.values(scenario, error?.message));
  const fields = scenario === 'validationError' ? known?.invalidFields : undefined;
  return {
    ...found,
    cell: scenario,
    expected: {
      status: documented,
      error: {
        code,
        messageBasis: basis,
        ...(values === undefined ? {} : { messageValues: values }),
        ...(fields === undefined ? {} : { fields }),
      },
    },
  };
}

/** A failure without an envelope is meant to be the one that the operation documents for the status, if it is the only one. */
function unreadable(operation: OperationKey, status: number): Recognized {
  const { scenarios } = operation === 'outsideOperations' ? contract.outsideOperations : contract.operations[operation];
  const [only, ...others] = scenarios.filter((name) => contract.scenarios[name].status === status);
  return only !== undefined && others.length === 0 ? { scenario: only, alike: [] } : { alike: [] };
}
