import type { Code } from '../../generated/catalogue.ts';

/** One thing that is wrong with one field. */
export interface ErrorDetail {
  readonly field: string;
  readonly message: string;
}

/** The error object of the contract: inside the envelope, and in each failed item of a bulk answer. */
export interface ErrorObject {
  readonly code: Code;
  readonly message: string;
  readonly details?: readonly ErrorDetail[];
}

/** The body of every failed request. */
export interface Envelope {
  readonly error: ErrorObject;
}

/** What can be read of a body that claims to be an envelope. Nothing is certain but the names. */
export interface ReadEnvelope {
  readonly code: unknown;
  readonly message: unknown;
  readonly details: unknown;
}

/** Reads `error.code`, `error.message` and `error.details` of a body, or `undefined` where there is no `error` object. */
export function readEnvelope(body: unknown): ReadEnvelope | undefined {
  if (!isObject(body) || !isObject(body.error)) return undefined;
  const { code, message, details } = body.error;
  return { code, message, details };
}

/** Whether `details` has the documented shape: an array of `{ field, message }`, both texts. Further members do not matter. */
export function isDetails(details: unknown): details is readonly ErrorDetail[] {
  return (
    Array.isArray(details) &&
    details.every((each) => isObject(each) && typeof each.field === 'string' && typeof each.message === 'string')
  );
}

/** Whether a value is an object with members, and no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
