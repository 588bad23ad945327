import { mockAnswers } from '../contract/answers/index.ts';
import type { DocumentedAnswers } from '../injection/index.ts';
import { answersFrom } from '../injection/index.ts';

/** The responses that the contract documents. `npm run generate` requests them from Prism. */
export const contractAnswers: DocumentedAnswers = answersFrom(
  (operationId) => mockAnswers.operations[operationId].answers,
);
