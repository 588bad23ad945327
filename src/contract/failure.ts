import type { Code, ErrorStatus, ScenarioName, ScenarioValues } from '../../generated/catalogue.ts';
import { contract } from './contract.ts';
import type { Envelope, ErrorDetail, ErrorObject } from './envelope.ts';
import { writeErrorObject } from './envelope.ts';
import { knownValues } from './source.ts';
import { fillTemplate } from './template.ts';

/**
 * A documented failure, as an error. Its status, code and message are the contract's. Captures no stack trace: it would
 * dominate the cost of most error responses, and the scenario already identifies the failure.
 */
export class ScenarioFailure extends Error {
  override readonly name = 'ScenarioFailure';
  readonly scenario: ScenarioName;
  readonly details: readonly ErrorDetail[] | undefined;

  constructor(scenario: ScenarioName, message: string, details?: readonly ErrorDetail[]) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.scenario = scenario;
    this.details = details;
  }

  get status(): ErrorStatus {
    return contract.scenarios[this.scenario].status;
  }

  get code(): Code {
    return contract.scenarios[this.scenario].code;
  }
}

type Values<Name extends ScenarioName> =
  ScenarioValues[Name] extends Record<string, never> ? [] : [ScenarioValues[Name]];

/**
 * Creates the failure of a scenario and fills in its message: `throw fail('recordNotFound', { id })`. A scenario with free text
 * takes a `message`, one with details takes `details`, and any other takes the values of its template.
 */
export function fail<Name extends ScenarioName>(scenario: Name, ...[values]: Values<Name>): ScenarioFailure {
  const { template, example, values: sources } = contract.scenarios[scenario];
  const given: Readonly<Record<string, unknown>> = { ...values };
  if (template === null)
    return new ScenarioFailure(scenario, typeof given.message === 'string' ? given.message : example);
  const { details } = given;
  if (!Array.isArray(details)) return new ScenarioFailure(scenario, fillTemplate(template, given));
  const body = { [contract.envelope.error]: { [contract.envelope.details]: details } };
  return new ScenarioFailure(scenario, fillTemplate(template, knownValues(sources, { response: { body } })), details);
}

/** Returns the error object of a failure, for an envelope or a failed item of a bulk response. */
export function toErrorObject({ code, message, details }: ScenarioFailure): ErrorObject {
  return writeErrorObject(code, message, details);
}

/** Returns the response body of a failure. */
export function toEnvelope(failure: ScenarioFailure): Envelope {
  return { [contract.envelope.error]: toErrorObject(failure) };
}
