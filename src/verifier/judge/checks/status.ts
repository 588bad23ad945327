import { documentsStatus } from '../../../contract/index.ts';
import type { Check } from './check.ts';
import { describeAnswer } from './describe-answer.ts';

/** The status is the one that the scenario answers. */
export const status: Check = (judged) => {
  const { planned, response } = judged;
  if (response.status === planned.expected.status) return [];
  const documented = documentsStatus(planned.operationId, response.status)
    ? ''
    : `; ${planned.operationId} documents no ${response.status} at all`;
  return [
    {
      basis: planned.basis,
      message: `answered ${describeAnswer(judged)}, not ${planned.expected.status}${documented}`,
    },
  ];
};
