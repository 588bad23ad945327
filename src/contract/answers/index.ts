// The responses that the contract documents, as a plain module: browsers load them without the contract's prose and schemas.
export { mockAnswers } from '../../../generated/mock-answers.ts';
