import type { ErrorDetail } from '../../contract/index.ts';
import { isObject } from '../../contract/index.ts';

/** Whether a value is the details of an error, in the client's form. */
export function isDetails(details: unknown): details is readonly ErrorDetail[] {
  return (
    Array.isArray(details) &&
    details.every((each) => isObject(each) && typeof each.field === 'string' && typeof each.message === 'string')
  );
}
