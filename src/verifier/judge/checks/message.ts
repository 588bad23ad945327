import {
  contract,
  fillTemplate,
  knownValues,
  matchTemplate,
  placeholdersOf,
  readDetails,
  readEnvelope,
} from '../../../contract/index.ts';
import { parseBody } from '../parse-body.ts';
import type { Breach, Check, Judged } from './check.ts';
import { isPlannedFailure } from './check.ts';

/** The message is a text, and the scenario's template filled with what was sent where it has one. */
export const message: Check = (judged) => {
  const { planned, json } = judged;
  const error = readEnvelope(json);
  if (!isPlannedFailure(judged) || error === undefined) return [];
  const expected = expectedMessage(judged);
  if (expected === undefined) {
    // That it is a text at all is the business of the check `body`.
    const known = knownValuesBreach(judged, error.message);
    if (known !== undefined) return [known];
    const isBlank = typeof error.message === 'string' && error.message.trim() === '';
    return isBlank ? [{ basis: planned.basis, message: 'the message says nothing' }] : [];
  }
  if (error.message === expected) return [];
  return [
    {
      basis: planned.expected.error?.messageBasis ?? planned.basis,
      message: `the message is ${JSON.stringify(error.message)}, not ${JSON.stringify(expected)}`,
      expected: { message: expected },
    },
  ];
};

/** Where the implementation alone knows some values of the message, the others are still compared. */
function knownValuesBreach({ planned }: Judged, received: unknown): Breach | undefined {
  const { scenario, expected, basis } = planned;
  const template = scenario === 'success' ? null : contract.scenarios[scenario].template;
  const values = expected.error?.messageValues;
  if (template === null || values === undefined || typeof received !== 'string') return undefined;
  if (matchTemplate(template, received, values) !== undefined) return undefined;
  const words = fillTemplate(template, { ...placeholders(template), ...values });
  return {
    basis: expected.error?.messageBasis ?? basis,
    message: `the message is ${JSON.stringify(received)}, not of the form ${JSON.stringify(words)}`,
    expected: { message: words },
  };
}

/** What stands for a value that is not known: its placeholder. */
function placeholders(template: string): Readonly<Record<string, string>> {
  return Object.fromEntries(placeholdersOf(template).map((name) => [name, `{${name}}`]));
}

function expectedMessage({ planned, json }: Judged): string | undefined {
  const { scenario, expected } = planned;
  if (scenario === 'success' || expected.error?.message !== undefined) return expected.error?.message;
  const { template, values, details } = contract.scenarios[scenario];
  if (template === null) return undefined;
  // To count details that do not have their documented shape says nothing.
  if (details && readDetails(readEnvelope(json)?.details) === undefined) return undefined;
  const request = { body: parseBody(planned.request.body ?? '') };
  const known = knownValues(values, { request, response: { body: json } }, expected.error?.messageValues);
  return placeholdersOf(template).every((name) => Object.hasOwn(known, name))
    ? fillTemplate(template, known)
    : undefined;
}
