import { readDetails, readEnvelope } from '../contract/index.ts';
import type { SentCase } from './exchange.ts';
import type { JudgedBreach } from './judge.ts';
import { parseBody } from './parse-body.ts';

/** The checks without which a response does not show that the server obeys a rule. */
const ESSENTIAL: readonly JudgedBreach['check'][] = ['answer', 'status', 'pair', 'bulk-result'];

/**
 * Returns why a case that passed does not prove that the server obeys the rule that it tests; `undefined` if it does prove that, or
 * tests no rule. What this project added may differ, and a value may break several rules, of which a server may list only one.
 */
export function doubtAbout({ planned, exchange }: SentCase, breaches: readonly JudgedBreach[]): string | undefined {
  if (planned.tests === undefined) return undefined;
  const note = breaches.find(({ check }) => ESSENTIAL.includes(check));
  if (note !== undefined) return note.message;
  const { detail } = planned.expected.error ?? {};
  if (detail === undefined || !('response' in exchange)) return undefined;
  const sent = readDetails(readEnvelope(parseBody(exchange.response.body))?.details) ?? [];
  if (sent.every(({ field }) => field !== detail.field)) return 'the details of the response do not name the column';
  if (detail.others.length === 0) return undefined;
  if (sent.some(({ field, message }) => field === detail.field && message === detail.message)) return undefined;
  return 'every value that breaks it also breaks another rule of the column, and the server names only that one';
}
