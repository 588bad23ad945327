import { internalError } from '../contract/index.ts';
import { injections } from './injections.ts';

/** Throws an internal error if the request has the fault header. This works for every operation. */
export function failOnPurpose(headers: Readonly<Record<string, readonly string[] | undefined>>): void {
  const { name, value } = injections.faultHeader;
  if (headers[name]?.includes(value) === true) throw internalError();
}
