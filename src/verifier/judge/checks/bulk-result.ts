import { isObject } from '../../../contract/index.ts';
import type { Breach, Check } from './check.ts';

/** A bulk answer counts every item, and names exactly those that had to fail, each with its code. */
export const bulkResult: Check = ({ planned, response, json }) => {
  const { bulk: expected, status } = planned.expected;
  if (expected === undefined || response.status !== status || !isObject(json)) return [];
  const breach = (message: string): Breach => ({ basis: planned.basis, message });
  const failures = Array.isArray(json.errors) ? json.errors.filter(isObject) : [];
  const named = failures.map(({ index, error }) => `${index}: ${isObject(error) ? error.code : undefined}`);
  const wanted = expected.failed.map(({ index, code }) => `${index}: ${code}`);
  return [
    ...(json.succeeded === expected.succeeded
      ? []
      : [breach(`succeeded is ${json.succeeded}, where ${expected.succeeded} items had to`)]),
    ...(json.failed === expected.failed.length
      ? []
      : [breach(`failed is ${json.failed}, where ${expected.failed.length} items had to`)]),
    ...(named.join() === wanted.join()
      ? []
      : [breach(`errors names ${named.join(', ') || 'nothing'}, not ${wanted.join(', ') || 'nothing'}`)]),
  ];
};
