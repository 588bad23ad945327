import { types } from 'node:util';

/**
 * Returns a function that does the same, except that it throws an error instead of a value that a framework would not take for
 * one. The value is its `cause`. The same holds for a promise that the function returns.
 */
export function catchThrown(
  handler: Function,
  isMistaken: (thrown: unknown) => boolean,
): (this: unknown, ...values: readonly unknown[]) => unknown {
  const rethrow = (thrown: unknown): never => {
    throw isMistaken(thrown) ? new Error('A handler threw a value that is not an error', { cause: thrown }) : thrown;
  };
  const safe = function (this: unknown, ...values: readonly unknown[]): unknown {
    try {
      const result: unknown = Reflect.apply(handler, this, values);
      return types.isPromise(result) ? result.catch(rethrow) : result;
    } catch (thrown) {
      return rethrow(thrown);
    }
  };
  // Frameworks count the parameters of a handler to find out what it does.
  return Object.defineProperty(safe, 'length', { value: handler.length });
}
