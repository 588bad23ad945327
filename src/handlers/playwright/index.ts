// The public API of `workspace-api-client/playwright`.
export type { Controls, FailureOf, NetworkFault } from '../controls.ts';
export type { MockOptions, RecordsByEntity } from '../options.ts';
export type { WorkspaceFixtures } from './fixtures.ts';
export { workspaceFixtures } from './fixtures.ts';
export type { InterceptedRoute, RoutedPage, RoutedRequest } from './mock-routes.ts';
export { mockRoutes } from './mock-routes.ts';
