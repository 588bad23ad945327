import { readEnvelope } from '../../../contract/index.ts';
import type { Judged } from './check.ts';

/** The status of an answer, with its code and message where it has them: `404 NOT_FOUND "Record not found: 42"`. */
export function describeAnswer({ response, json }: Judged): string {
  const error = readEnvelope(json);
  const words = [String(response.status)];
  if (typeof error?.code === 'string') words.push(error.code);
  if (typeof error?.message === 'string') words.push(`"${error.message}"`);
  return words.join(' ');
}
