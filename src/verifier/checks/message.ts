import { contract, fillTemplate, isDetails, readEnvelope } from '../../contract/index.ts';
import type { Check, Judged } from './check.ts';
import { isPlannedFailure } from './check.ts';

/** The message is a text, and the scenario's template filled with what was sent where it has one. */
export const message: Check = (judged) => {
  const { planned, json } = judged;
  const error = readEnvelope(json);
  if (!isPlannedFailure(judged) || error === undefined) return [];
  const expected = expectedMessage(judged);
  if (expected === undefined) {
    // That it is a text at all is the business of the check `body`.
    const isBlank = typeof error.message === 'string' && error.message.trim() === '';
    return isBlank ? [{ basis: planned.basis, message: 'the message says nothing' }] : [];
  }
  if (error.message === expected) return [];
  return [
    {
      basis: planned.expected.error?.messageBasis ?? planned.basis,
      message: `the message is ${JSON.stringify(error.message)}, not ${JSON.stringify(expected)}`,
    },
  ];
};

function expectedMessage({ planned, json }: Judged): string | undefined {
  const { scenario, expected } = planned;
  if (scenario === 'success' || expected.error?.message !== undefined) return expected.error?.message;
  const { template, details } = contract.scenarios[scenario];
  const sent = readEnvelope(json)?.details;
  if (template === null || !details || !isDetails(sent)) return undefined;
  return fillTemplate(template, { n: sent.length });
}
