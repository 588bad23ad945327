import type { Result } from './result.ts';

/**
 * Returns the data of a result, or throws its error: `const { data } = await unwrap(client.getRecord({ … }))`.
 * @throws the `error` object of the result itself
 */
export function unwrap<Data, Problem extends Error>(result: Result<Data, Problem>): Data;
export function unwrap<Data, Problem extends Error>(result: Promise<Result<Data, Problem>>): Promise<Data>;
export function unwrap<Data, Problem extends Error>(
  result: Result<Data, Problem> | Promise<Result<Data, Problem>>,
): Data | Promise<Data> {
  return 'ok' in result ? dataOf(result) : result.then(dataOf);
}

function dataOf<Data, Problem extends Error>(result: Result<Data, Problem>): Data {
  if (!result.ok) throw result.error;
  return result.data;
}
