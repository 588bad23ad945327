export { disturb } from './disturb.ts';
export type { WrittenAnswer } from './written-answer.ts';
export { sendAnswer, writtenAnswer } from './written-answer.ts';
