import { isObject } from './json.ts';

/**
 * Checks the details of a failure, which JavaScript passes without a compiler: the contract has one or more, each with all its members.
 * @throws {TypeError} if it would never send them
 */
export function requireDetails(details: unknown): void {
  const isRight = Array.isArray(details) && details.length > 0 && details.every(isDetail);
  if (!isRight) throw new TypeError('details must list one or more of { field, message }, both texts');
}

function isDetail(value: unknown): boolean {
  return isObject(value) && typeof value.field === 'string' && typeof value.message === 'string';
}
