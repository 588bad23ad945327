import type { ApiMatchers } from './src/matchers/api-matchers.js';

// For the global `expect` of @types/jest.
declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends ApiMatchers<T, R> {}
    interface Expect extends ApiMatchers<unknown, any> {}
  }
}

// For the `expect` of @jest/globals.
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ApiMatchers<T, R> {}
  interface AsymmetricMatchers extends ApiMatchers<unknown, any> {}
}
