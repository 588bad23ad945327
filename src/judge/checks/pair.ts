import { isPair, readEnvelope } from '../../contract/index.ts';
import { isNormative } from '../basis.ts';
import { isOwnStatus, isProxyRefusal, isWellFormedRequest } from '../server-error.ts';
import type { Check, Judged } from './check.ts';
import { isPlannedFailure } from './check.ts';

/** The rule that a status or a code outside of the table violates. */
export const CLOSED_TABLE =
  'Every failure of an operation has a status and a code from the table of the error documentation.';

/** Status and code form a pair of the contract, and the code is that of the scenario. */
export const pair: Check = (judged) => {
  const { planned, response, json } = judged;
  if (response.status < 400) return [];
  const code = readEnvelope(json)?.code;
  // The check `body` reports a body without a code.
  if (code === undefined) return [];
  const closed = isClosedTable(judged, code)
    ? ({ basis: 'seed', rule: CLOSED_TABLE } as const)
    : { basis: planned.basis };
  if (isPlannedFailure(judged)) {
    const expected = planned.expected.error?.code;
    return code === expected ? [] : [{ ...closed, message: `the code is ${JSON.stringify(code)}, not "${expected}"` }];
  }
  return isPair(response.status, code)
    ? []
    : [
        {
          ...closed,
          message: `the contract does not pair status ${response.status} with code ${JSON.stringify(code)}`,
        },
      ];
};

/** Whether a response to a case that only this project requires is outside the table, which the founding page closes. */
function isClosedTable({ planned, response }: Judged, code: unknown): boolean {
  if (isNormative(planned.basis) || isPair(response.status, code) || isOwnStatus(response.status)) return false;
  // The check `status` reports an unexpected error.
  if (response.status >= 500) return false;
  return isWellFormedRequest(planned) && !isProxyRefusal(planned, response);
}
