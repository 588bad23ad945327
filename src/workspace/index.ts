import './re2.ts';
import './utf8-on-node.ts';

export * from './portable/index.ts';
export { demoTarget } from './demo/demo-target.ts';
export type { Difference, DifferenceKind, Impact } from './difference/difference.ts';
export { differenceKinds } from './difference/difference.ts';
export type { ComparedWorkspace } from './difference/differences.ts';
export { differences, workspaceDifferences } from './difference/differences.ts';
export type { DefinitionKeys } from './target/definition-keys.ts';
export { definitionKeys } from './target/definition-keys.ts';
export { definitionTarget, targetWorkspace } from './target/definition-target.ts';
export { parseDefinition } from './parse-definition.ts';
export { distance } from './nearest-name.ts';
