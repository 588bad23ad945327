import { readEnvelope } from '../../contract/index.ts';
import type { Judged } from './check.ts';

/** Returns the status of a response, with its code and message if it has them: `404 NOT_FOUND "Record not found: 42"`. */
export function describeAnswer({ response, json }: Judged): string {
  const error = readEnvelope(json);
  const words = [String(response.status)];
  if (typeof error?.code === 'string') words.push(error.code);
  if (typeof error?.message === 'string') words.push(`"${error.message}"`);
  return words.join(' ');
}
