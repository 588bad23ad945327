import { mockAnswers } from '../contract/answers/index.ts';
import type { Documents } from '../mock-core/index.ts';
import { contractAnswers, requestViolations } from '../mock-core/index.ts';

/** What the contract's document says about requests and responses, from generated modules. */
export const documents: Documents = {
  ...contractAnswers,
  defaults: (operationId) => mockAnswers.operations[operationId].defaults,
  violations: async (operationId, parts) => requestViolations(operationId, parts),
};
