import { isObject } from '../../contract/index.ts';
import { isDetails } from './is-details.ts';

/** Messages by the name of the field that they are about, in the order of the server; a field without any is not there. */
export type FieldErrors = { readonly [field: string]: readonly string[] | undefined };

/**
 * Sorts the details of an error by field, for the inputs of a form: `fieldErrors(error).email?.[0]`.
 * Takes whatever was caught or returned; what has no details (anything but a `VALIDATION_ERROR`) gives no field.
 */
export function fieldErrors(error: unknown): FieldErrors {
  const details = isObject(error) && error.details;
  // Without a prototype: `constructor` is the name of a field only if the server says so.
  const fields: Record<string, string[]> = Object.create(null);
  for (const { field, message } of isDetails(details) ? details : []) (fields[field] ??= []).push(message);
  return fields;
}
