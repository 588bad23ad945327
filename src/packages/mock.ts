// The public API of the package `workspace-api-mock`.
import './require-node.ts';

export type { Mock, MockOptions } from '../mock/index.ts';
export { mockTarget, startMock, triggers } from '../mock/index.ts';
