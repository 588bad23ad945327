export type { DocumentedAnswer, DocumentedAnswers } from './documented-answers.ts';
export { answersFrom } from './documented-answers.ts';
export { failOnPurpose } from './fault.ts';
export type { TestKey } from './injections.ts';
export { injections, isTestKey } from './injections.ts';
export type { Disturbance, Disturbances } from './read-disturbances.ts';
export { readDisturbances, undisturbed } from './read-disturbances.ts';
export { readSummons } from './summons.ts';
export { testKeys } from './test-keys.ts';
