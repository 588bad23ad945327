import { readEnvelope } from '../../contract/index.ts';
import { parseBody } from '../judge/parse-body.ts';
import type { Finding } from '../report/report.ts';
import { shortened } from './visible.ts';

/** An answer as the contract has it and as it came, both as `404 CODE "message"`. */
export interface Difference {
  readonly expected: string;
  readonly received: string;
}

/** A longer text tells nothing at a glance, and takes long to compare. */
const LONGEST = 2000;

/** The line of a planned case, as `clauseOf` writes it: what stands before the colon has no free text. */
const CLAUSE = /^\w+, \w+ \[\w+\]: (?<status>\d{3})(?: (?<code>\w+)(?: "(?<text>[^]*)")?)?$/;

/** What the check `message` says, with both texts as JSON: nobody else knows a message that counts its details. */
const MESSAGES = /^the message is "(?:[^"\\]|\\.)*", not (?<expected>"(?:[^"\\]|\\.)*")$/s;

/** How an answer differs from its line of the contract in status, code or message; `undefined` where it does not. */
export function differenceOf({ contract, response, message }: Finding): Difference | undefined {
  if (response === undefined) return undefined;
  const { status, code, text = countedText(message) } = CLAUSE.exec(contract)?.groups ?? {};
  const received = readEnvelope(parseBody(response.body));
  const facts: readonly (readonly [string | undefined, unknown])[] = [
    [status, String(response.status)],
    [code, received?.code],
    [text, received?.message],
  ];
  if (facts.every(([expected, came]) => expected === undefined || expected === came)) return undefined;
  return {
    expected: inOneLine(status ?? String(response.status), code, text),
    received: shortened(inOneLine(String(response.status), received?.code, received?.message), LONGEST),
  };
}

function countedText(message: string): string | undefined {
  const quoted = message.length > LONGEST ? undefined : MESSAGES.exec(message)?.groups?.expected;
  const text = quoted === undefined ? undefined : parseBody(quoted);
  return typeof text === 'string' ? text : undefined;
}

function inOneLine(status: string, code: unknown, text: unknown): string {
  const words = [status];
  if (code !== undefined) words.push(typeof code === 'string' ? code : JSON.stringify(code));
  if (text !== undefined) words.push(typeof text === 'string' ? `"${text}"` : JSON.stringify(text));
  return words.join(' ');
}
