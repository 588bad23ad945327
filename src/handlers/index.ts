export { workspaceHandlers } from './msw/index.ts';
export { mockRoutes } from './playwright/index.ts';
