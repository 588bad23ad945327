import {
  contract,
  fillTemplate,
  knownValues,
  matchTemplate,
  placeholdersOf,
  readDetails,
  readEnvelope,
} from '../../contract/index.ts';
import { parseBody } from '../parse-body.ts';
import { valueText } from '../value-text.ts';
import type { Breach, Check, Judged } from './check.ts';
import { isPlannedFailure } from './check.ts';

/** The message is the scenario's template filled with the values that were sent. Without a template, it is any text that is not blank. */
export const message: Check = (judged) => {
  const { planned, json } = judged;
  const error = readEnvelope(json);
  if (!isPlannedFailure(judged) || error === undefined) return [];
  const expected = expectedMessage(judged);
  if (expected === undefined) {
    // The check `body` verifies that the message is a string.
    const known = knownValuesBreach(judged, error.message);
    if (known !== undefined) return [known];
    const isBlank = typeof error.message === 'string' && error.message.trim() === '';
    return isBlank ? [{ basis: planned.basis, message: 'the message is blank' }] : [];
  }
  if (error.message === expected) return [];
  return [
    {
      basis: planned.expected.error?.messageBasis ?? planned.basis,
      message: `the message is ${valueText(error.message)}, not ${JSON.stringify(expected)}`,
      expected: { message: expected },
    },
  ];
};

/** Compares the known values of a message whose other values are known only to the implementation. */
function knownValuesBreach({ planned }: Judged, received: unknown): Breach | undefined {
  const { scenario, expected, basis } = planned;
  const template = scenario === 'success' ? null : contract.scenarios[scenario].template;
  const values = expected.error?.messageValues;
  if (template === null || values === undefined || typeof received !== 'string') return undefined;
  if (matchTemplate(template, received, values) !== undefined) return undefined;
  const words = fillTemplate(template, { ...placeholders(template), ...values });
  return {
    basis: expected.error?.messageBasis ?? basis,
    message: `the message is ${JSON.stringify(received)}, which does not match ${JSON.stringify(words)}`,
    expected: { message: words },
  };
}

/** Maps the name of every value to its placeholder, which stands in for a value that is not known. */
function placeholders(template: string): Readonly<Record<string, string>> {
  return Object.fromEntries(placeholdersOf(template).map((name) => [name, `{${name}}`]));
}

function expectedMessage({ planned, json }: Judged): string | undefined {
  const { scenario, expected } = planned;
  if (scenario === 'success' || expected.error?.message !== undefined) return expected.error?.message;
  const { template, values, details } = contract.scenarios[scenario];
  if (template === null) return undefined;
  // The template may count details; a count of malformed details is meaningless.
  if (details && readDetails(readEnvelope(json)?.details) === undefined) return undefined;
  const request = { body: parseBody(planned.request.body ?? '') };
  const known = knownValues(values, { request, response: { body: json } }, expected.error?.messageValues);
  return placeholdersOf(template).every((name) => Object.hasOwn(known, name))
    ? fillTemplate(template, known)
    : undefined;
}
