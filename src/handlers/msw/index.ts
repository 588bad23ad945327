// The public API of `workspace-api-client/msw`.
export type { Controls, FailureOf, NetworkFault } from '../controls.ts';
export type { MockOptions, RecordsByEntity } from '../options.ts';
export type { MswHttp, WorkspaceHandlers } from './workspace-handlers.ts';
export { workspaceHandlers } from './workspace-handlers.ts';
