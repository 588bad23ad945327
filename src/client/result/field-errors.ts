import { scenarios } from '../../../generated/client-table.ts';
import type { ErrorDetail } from '../../contract/index.ts';
import { isObject } from '../../contract/index.ts';
import { isDetails } from './is-details.ts';

/** Messages by field name, in the order of the response. A field without messages has no entry. */
export type FieldErrors = { readonly [field: string]: readonly string[] | undefined };

/**
 * Groups the details of an error by field, for the inputs of a form: `fieldErrors(error).email?.[0]`. The column of a unique
 * constraint or a foreign key is a field too, with the message of the error. Accepts any caught or returned value, and the error of
 * an item in a batch. Returns an empty object if the error names no field.
 */
export function fieldErrors(error: unknown): FieldErrors {
  // Without a prototype: otherwise a lookup of a field named `constructor` would find the inherited member.
  const fields: Record<string, string[]> = Object.create(null);
  for (const { field, message } of isObject(error) ? invalidFields(error) : []) (fields[field] ??= []).push(message);
  return fields;
}

function invalidFields({
  details,
  scenario,
  values,
  message,
}: Readonly<Record<string, unknown>>): readonly ErrorDetail[] {
  const row = Object.entries(scenarios).find(([name]) => name === scenario)?.[1];
  const field = row && 'field' in row && isObject(values) && values[row.field];
  const named = [{ field, message }];
  return isDetails(details) ? details : isDetails(named) ? named : [];
}
