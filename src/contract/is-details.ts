import type { ErrorDetail } from './envelope.ts';
import { isObject } from './json.ts';

// Goes when the client reads details by its own table.
export function isDetails(details: unknown): details is readonly ErrorDetail[] {
  return (
    Array.isArray(details) &&
    details.every((each) => isObject(each) && typeof each.field === 'string' && typeof each.message === 'string')
  );
}
