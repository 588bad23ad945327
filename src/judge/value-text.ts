import { writeExactJson } from '../plan/index.ts';

/** Formats a value of a response for a message: as JSON, or `missing` if the response does not have it. */
export function valueText(value: unknown): string {
  return value === undefined ? 'missing' : writeExactJson(value);
}
