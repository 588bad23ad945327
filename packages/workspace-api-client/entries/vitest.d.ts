import 'vitest';

import type { ApiMatchers } from './src/matchers/api-matchers.js';

declare module 'vitest' {
  // Vitest 5 has another parameter before `T`, so no declaration is right for all versions. TypeScript finds `T` by its name.
  // @ts-ignore
  interface Assertion<T = any> extends ApiMatchers<T> {}
  interface AsymmetricMatchersContaining extends ApiMatchers<unknown, any> {}
}
