import { isPair, readEnvelope } from '../../../contract/index.ts';
import type { Check } from './check.ts';
import { isPlannedFailure } from './check.ts';

/** Status and code form a pair of the contract, and the code is that of the scenario. */
export const pair: Check = (judged) => {
  const { planned, response, json } = judged;
  if (response.status < 400) return [];
  const code = readEnvelope(json)?.code;
  // The check `body` reports a body without a code.
  if (code === undefined) return [];
  if (isPlannedFailure(judged)) {
    const expected = planned.expected.error?.code;
    return code === expected
      ? []
      : [{ basis: planned.basis, message: `the code is ${JSON.stringify(code)}, not "${expected}"` }];
  }
  return isPair(response.status, code)
    ? []
    : [
        {
          basis: planned.basis,
          message: `the contract does not pair status ${response.status} with code ${JSON.stringify(code)}`,
        },
      ];
};
