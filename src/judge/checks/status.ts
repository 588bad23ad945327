import { documentsStatus } from '../../contract/index.ts';
import type { Check } from './check.ts';
import { describeAnswer } from './describe-answer.ts';

/** The response has the status of the scenario. */
export const status: Check = (judged) => {
  const { planned, response } = judged;
  if (response.status === planned.expected.status) return [];
  const documented = documentsStatus(planned.operationId, response.status)
    ? ''
    : `; ${planned.operationId} does not document ${response.status}`;
  return [
    {
      basis: planned.basis,
      message: `returned ${describeAnswer(judged)}, not ${planned.expected.status}${documented}`,
    },
  ];
};
