export type { DocumentedOperation } from './documented.ts';
export { documentedOperation, documentedPair, documentedScenario } from './documented.ts';
export type { Explanation } from './explanation.ts';
export { explanationOf } from './explanation.ts';
export { basisInWords, placesInWords, retryInWords } from './in-words.ts';
export { readPasted } from './read-pasted.ts';
export { scenariosLike } from './scenarios-like.ts';
