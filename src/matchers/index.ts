export type { ApiMatchers, ExpectedValues } from './api-matchers.ts';
export { matchers } from './matchers.ts';
