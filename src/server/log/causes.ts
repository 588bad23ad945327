import { types } from 'node:util';

import { isObject } from '../../contract/index.ts';

/** One error of a chain of causes, as it may be logged. */
export interface Cause {
  /** The class of the error, or the type of a value that was thrown and is none. */
  readonly type: string;
  /** Left out where it may quote a value. */
  readonly message?: string;
  /** Where it came from, one call a line. */
  readonly stack?: string;
  /** The code of a system call, or the SQLSTATE of PostgreSQL, and the constraint or the table that it is about. */
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
}

/** A chain that is longer is a circle, or no help to anybody. */
const MAXIMUM_CAUSES = 10;

/** Errors of the language that quote what they could not read: `JSON.parse`, `BigInt`, `new Date`. */
const QUOTING = new Set(['SyntaxError', 'RangeError', 'URIError']);

/**
 * PostgreSQL's classes of errors about data and about constraints, whose messages quote values.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const ABOUT_VALUES = /^2[23]/;

/**
 * An error and what caused it, with what is listed above and nothing else that an error carries: no value of a record, as
 * PostgreSQL's `detail` has it, no key, and no password of a database.
 */
export function causesOf(error: unknown): readonly Cause[] {
  const causes: Cause[] = [];
  const waiting = [error];
  while (waiting.length > 0 && causes.length < MAXIMUM_CAUSES) {
    const next = waiting.shift();
    causes.push(causeOf(next));
    if (next instanceof AggregateError) waiting.push(...next.errors);
    if (types.isNativeError(next) && next.cause !== undefined) waiting.push(next.cause);
  }
  return causes;
}

function causeOf(error: unknown): Cause {
  if (typeof error === 'string') return { type: 'string', message: withoutSecrets(error) };
  if (!types.isNativeError(error)) return { type: typeof error };
  const { name, message, stack = '' } = error;
  const carried: Readonly<Record<string, unknown>> = isObject(error) ? error : {};
  const { code, constraint, table } = carried;
  const isQuoting = QUOTING.has(name) || (typeof code === 'string' && ABOUT_VALUES.test(code));
  return {
    type: name,
    ...(isQuoting ? {} : { message: withoutSecrets(message) }),
    stack: callsOf(stack, message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
  };
}

/** A stack begins with the message, which is told elsewhere or not at all. */
function callsOf(stack: string, message: string): string {
  const start = stack.indexOf(message);
  return withoutSecrets(start === -1 ? stack : stack.slice(start + message.length).trimStart());
}

/** Takes what stands before the host out of every URL but those of our own files, and every key out of a text. */
function withoutSecrets(text: string): string {
  return text.replaceAll(/(?<!\bfile)(:\/\/)\S*@/g, '$1…@').replaceAll(/\bsk_\w+/g, 'sk_…');
}
