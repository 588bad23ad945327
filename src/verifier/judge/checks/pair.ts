import { isPair, readEnvelope } from '../../../contract/index.ts';
import type { Check } from './check.ts';
import { isPlannedFailure } from './check.ts';

/** Status and code are one of the contract's pairs, and the one of the scenario. */
export const pair: Check = (judged) => {
  const { planned, response, json } = judged;
  if (response.status < 400) return [];
  const code = readEnvelope(json)?.code;
  // A body without a code is the business of the check `body`.
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
          message: `${response.status} with ${JSON.stringify(code)} is not a pair of the contract`,
        },
      ];
};
