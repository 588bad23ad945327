import type { ScenarioName } from '../../contract/index.ts';
import type { Controls } from '../controls.ts';
import type { MockOptions } from '../options.ts';
import type { RoutedPage } from './mock-routes.ts';
import { mockRoutes } from './mock-routes.ts';

/** What the fixtures add to a test: an option, and what a test changes while it runs. */
export interface WorkspaceFixtures {
  /** A failure of every request to an operation that documents it: `test.use({ failure: 'expiredApiKey' })`. */
  readonly failure: ScenarioName | undefined;
  /** The mock of this test. The requests of `page` go to it, whether or not the test names it. */
  readonly workspaceApi: Controls;
  /** The same as `workspaceApi.failNext`. */
  readonly failNext: Controls['failNext'];
}

/** How Playwright runs the rest of a test with the value of a fixture. */
type Use<Value> = (value: Value) => Promise<void>;

/** The fixtures as `test.extend` takes them. */
interface ExtendableFixtures {
  failure: [ScenarioName | undefined, { option: true }];
  workspaceApi: [
    (given: { page: RoutedPage; failure: ScenarioName | undefined }, use: Use<Controls>) => Promise<void>,
    { auto: true },
  ];
  failNext: (given: { workspaceApi: Controls }, use: Use<Controls['failNext']>) => Promise<void>;
}

/**
 * Returns fixtures for Playwright Test that let every page get its responses from the mock.
 *
 * @example
 * export const test = base.extend<WorkspaceFixtures>(workspaceFixtures({ baseUrl: '/api/v1' }));
 */
export function workspaceFixtures(options: Omit<MockOptions, 'failure'>): ExtendableFixtures {
  return {
    failure: [undefined, { option: true }],
    workspaceApi: [
      async ({ page, failure }, use) => {
        await use(await mockRoutes(page, { ...options, failure }));
      },
      { auto: true },
    ],
    failNext: async ({ workspaceApi }, use) => {
      await use(workspaceApi.failNext);
    },
  };
}
