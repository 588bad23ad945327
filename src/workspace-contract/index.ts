export { workspaceDocument } from './workspace-document.ts';
