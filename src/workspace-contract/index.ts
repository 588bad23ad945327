export type { WorkspaceOf } from './workspace-document.ts';
export { workspaceDocument } from './workspace-document.ts';
