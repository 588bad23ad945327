export type { DocumentedOperation, DocumentedScenario } from './documented.ts';
export { documentedOperation, documentedScenario } from './documented.ts';
export type { Explanation } from './explanation.ts';
export { explain } from './explanation.ts';
export type { PastedAnswer } from './read-pasted.ts';
export { readPasted } from './read-pasted.ts';
export { scenariosLike } from './scenarios-like.ts';
