import { contract, documentedCodes } from '../../../contract/index.ts';
import type { Check, Judged } from './check.ts';
import { describeAnswer } from './describe-answer.ts';

/** The status is the one that the scenario answers. */
export const status: Check = (judged) => {
  const { planned, response } = judged;
  if (response.status === planned.expected.status) return [];
  const documented = isDocumented(judged) ? '' : `; ${planned.operationId} documents no ${response.status} at all`;
  return [
    {
      basis: planned.basis,
      message: `answered ${describeAnswer(judged)}, not ${planned.expected.status}${documented}`,
    },
  ];
};

function isDocumented({ planned: { operationId }, response }: Judged): boolean {
  if (documentedCodes(operationId, response.status).length > 0) return true;
  return operationId !== 'outsideOperations' && contract.operations[operationId].success === response.status;
}
