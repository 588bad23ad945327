export { mockRoutes, workspaceFixtures } from './playwright/index.ts';
export type { WorkspaceFixtures } from './playwright/index.ts';
export { workspaceHandlers } from './msw/index.ts';
