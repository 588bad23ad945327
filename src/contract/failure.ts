import type { Code, ErrorStatus, ScenarioName, ScenarioValues } from '../../generated/catalogue.ts';
import { contract } from './contract.ts';
import type { Envelope, ErrorDetail, ErrorObject } from './envelope.ts';
import { writeErrorObject } from './envelope.ts';
import { knownValues } from './source.ts';
import { fillTemplate } from './template.ts';

/**
 * A documented way to fail, raised. Its status, code and message are the contract's. Captures no stack trace: it would dominate the
 * cost of most error responses, and where a failure was thrown says nothing that its scenario does not.
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
 * Makes the failure of a scenario, its message filled in: `throw fail('recordNotFound', { id })`.
 * A scenario with free text takes its `message`, one with details its `details`, any other the values of its template.
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

/** The error object of a failure, as it stands in an envelope and in a failed item of a bulk answer. */
export function toErrorObject({ code, message, details }: ScenarioFailure): ErrorObject {
  return writeErrorObject(code, message, details);
}

/** The body that answers a failure. */
export function toEnvelope(failure: ScenarioFailure): Envelope {
  return { [contract.envelope.error]: toErrorObject(failure) };
}
