export { columnSchema } from './column-schema.ts';
export { workspaceDocument } from './workspace-document.ts';
