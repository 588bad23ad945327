import { isObject } from '../../contract/index.ts';
import { isDetails } from './is-details.ts';

/** Messages by field name, in the order of the response. A field without messages has no entry. */
export type FieldErrors = { readonly [field: string]: readonly string[] | undefined };

/**
 * Groups the details of an error by field, for the inputs of a form: `fieldErrors(error).email?.[0]`. Accepts any caught or
 * returned value. Returns an empty object if it has no details, as with any error except `VALIDATION_ERROR`.
 */
export function fieldErrors(error: unknown): FieldErrors {
  const details = isObject(error) && error.details;
  // Without a prototype: otherwise a lookup of a field named `constructor` would find the inherited member.
  const fields: Record<string, string[]> = Object.create(null);
  for (const { field, message } of isDetails(details) ? details : []) (fields[field] ??= []).push(message);
  return fields;
}
