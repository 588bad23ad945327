export { answerHeaders } from '../contract/index.ts';
export { neverThrows } from './never-throws.ts';
export type { RawAnswer } from './parser-errors.ts';
export { answerParserError, answerProtocolEvents, isLastRead } from './parser-errors.ts';
export { requestFault, statusOf } from './request-fault.ts';
export { idOf, REQUEST_ID } from './request-id.ts';
