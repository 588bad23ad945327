// The public API of the package `workspace-api-server`.
import './require-node.ts';

export type { RunningServer, ServerOptions } from '../server/index.ts';
export { startServer } from '../server/index.ts';
export type { Definition, WorkspaceDefinition } from '../workspace/index.ts';
export { DefinitionError, demoDefinition, demoTarget, parseDefinition } from '../workspace/index.ts';
