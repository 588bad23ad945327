import { inspect } from 'node:util';

/** What standard error shows instead of a text. Commands that read keys or responses of a server replace it. */
let prepared = (text: string): string => text;

/** Passes everything that `complain` writes from now on through a function that hides secrets and control characters. */
export function prepareComplaints(prepare: (text: string) => string): void {
  prepared = prepare;
}

/** Writes a line to standard error. An error that is not a text is a bug, and is written with its stack trace. */
export function complain(problem: unknown): void {
  process.stderr.write(`${prepared(typeof problem === 'string' ? problem : inspect(problem))}\n`);
}
