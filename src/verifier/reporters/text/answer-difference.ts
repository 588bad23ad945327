import type { AnswerFacts } from '../../../judge/index.ts';
import type { Finding } from '../../report/report.ts';
import { shortened } from './visible.ts';

/** The expected and the received response, both as `404 CODE "message"` followed by whatever else the finding is about. */
export interface Difference {
  readonly expected: string;
  readonly received: string;
}

/** A longer text is hard to take in, and slow to compare. */
const LONGEST = 2000;

/** Returns how a response differs from the expected one; `undefined` if it does not, or if one of them is not known. */
export function differenceOf({ expected, received, field }: Finding): Difference | undefined {
  if (expected === undefined || received === undefined) return undefined;
  const { status = received.status, code, message } = expected;
  const others = [othersOf(expected, expected, field), othersOf(received, expected, field)] as const;
  const isSame =
    status === received.status &&
    (code === undefined || code === received.code) &&
    (message === undefined || message === received.message) &&
    others[0].join() === others[1].join();
  if (isSame) return undefined;
  return {
    expected: shortened(inOneLine([status, code], message, others[0]), LONGEST),
    received: shortened(inOneLine([received.status, received.code], received.message, others[1]), LONGEST),
  };
}

/** Describes the other parts of a response that are expected: headers, details, and the value of the field. */
function othersOf(answer: AnswerFacts, expected: AnswerFacts, field = 'value'): readonly string[] {
  const headers = Object.keys(expected.header ?? {}).map((name) => named(name, answer.header?.[name]));
  const details = expected.details === undefined ? [] : [named('details', JSON.stringify(answer.details ?? null))];
  const value = expected.value === undefined ? [] : [named(field, JSON.stringify(answer.value ?? null))];
  return [...headers, ...details, ...value];
}

function named(name: string, value: string | null = null): string {
  return value === null || value === 'null' ? `no ${name}` : `${name}: ${value}`;
}

function inOneLine(pair: readonly unknown[], message: unknown, others: readonly string[]): string {
  const words = pair.map((word) => (typeof word === 'string' ? word : JSON.stringify(word)));
  words.push(typeof message === 'string' ? `"${message}"` : JSON.stringify(message), ...others);
  // Leaves out what is not known.
  return words.filter((word) => word !== undefined).join(' ');
}
