export { workspaceModule } from './workspace-module.ts';
