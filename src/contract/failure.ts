import type { Code, ErrorStatus, ScenarioName, ScenarioValues } from '../../generated/catalogue.ts';
import { scenarios } from '../../generated/catalogue.ts';
import type { Envelope, ErrorDetail, ErrorObject } from './envelope.ts';
import { isDetails } from './envelope.ts';
import { fillTemplate } from './template.ts';

/**
 * A documented way to fail, raised. Its status, code and message are the contract's. It has no stack: it tells a caller what to
 * change and nobody where it was thrown, and taking the stack would be the dearest part of many an answer.
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
    return scenarios[this.scenario].status;
  }

  get code(): Code {
    return scenarios[this.scenario].code;
  }
}

type Values<Name extends ScenarioName> =
  ScenarioValues[Name] extends Record<string, never> ? [] : [ScenarioValues[Name]];

/**
 * Makes the failure of a scenario, its message filled in: `throw fail('recordNotFound', { id })`.
 * A scenario with free text takes its `message`, one with details its `details`, any other the values of its template.
 */
export function fail<Name extends ScenarioName>(scenario: Name, ...[values]: Values<Name>): ScenarioFailure {
  return failWith(scenario, values ?? {});
}

/** The error object of a failure, as it stands in an envelope and in a failed item of a bulk answer. */
export function toErrorObject({ code, message, details }: ScenarioFailure): ErrorObject {
  return details === undefined ? { code, message } : { code, message, details };
}

/** The body that answers a failure. */
export function toEnvelope(failure: ScenarioFailure): Envelope {
  return { error: toErrorObject(failure) };
}

function failWith(scenario: ScenarioName, values: Readonly<Record<string, unknown>>): ScenarioFailure {
  const { template, example } = scenarios[scenario];
  if (template === null)
    return new ScenarioFailure(scenario, typeof values.message === 'string' ? values.message : example);
  if (!isDetails(values.details)) return new ScenarioFailure(scenario, fillTemplate(template, values));
  return new ScenarioFailure(scenario, fillTemplate(template, { n: values.details.length }), values.details);
}
