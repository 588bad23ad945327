import type { Finding } from '../report/report.ts';
import { shortened } from './visible.ts';

/** An answer as the contract has it and as it came, both as `404 CODE "message"`. */
export interface Difference {
  readonly expected: string;
  readonly received: string;
}

/** A longer text tells nothing at a glance, and takes long to compare. */
const LONGEST = 2000;

/** How an answer differs from the expected one in status, code or message; `undefined` where it does not, or neither is known. */
export function differenceOf({ expected, received }: Finding): Difference | undefined {
  if (expected === undefined || received === undefined) return undefined;
  const { status = received.status, code, message } = expected;
  const isSame =
    status === received.status &&
    (code === undefined || code === received.code) &&
    (message === undefined || message === received.message);
  if (isSame) return undefined;
  return {
    expected: inOneLine([status, code], message),
    received: shortened(inOneLine([received.status, received.code], received.message), LONGEST),
  };
}

function inOneLine(pair: readonly unknown[], message: unknown): string {
  const words = pair.map((word) => (typeof word === 'string' ? word : JSON.stringify(word)));
  words.push(typeof message === 'string' ? `"${message}"` : JSON.stringify(message));
  // What is not known is no word.
  return words.filter((word) => word !== undefined).join(' ');
}
