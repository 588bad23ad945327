import { types } from 'node:util';

import { isObject } from '../../contract/index.ts';

/** One error of a chain of causes, with only what is safe to log. */
export interface Cause {
  /** `unreadable` if its members cannot be read. Otherwise the class of the error, or the type of a thrown value that is not an error. */
  readonly type: string;
  /** Omitted if it may quote a value. */
  readonly message?: string;
  /** The stack trace, one call per line. */
  readonly stack?: string;
  /** The code of a system error, or PostgreSQL's SQLSTATE. */
  readonly code?: string;
  /** The constraint that a PostgreSQL error reports. */
  readonly constraint?: string;
  /** The table that a PostgreSQL error reports. */
  readonly table?: string;
}

/** A longer chain is a cycle, or no help. */
const MAXIMUM_CAUSES = 10;

/** JavaScript errors whose messages quote the input that they could not parse: `JSON.parse`, `BigInt`, `new Date`. */
const QUOTING = new Set(['SyntaxError', 'RangeError', 'URIError']);

/**
 * PostgreSQL's error classes for data exceptions and constraint violations, whose messages quote values.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const ABOUT_VALUES = /^2[23]/;

/**
 * Returns an error and its causes with the members of `Cause` only. They contain no value of a record (as in PostgreSQL's
 * `detail`), no API key and no database password.
 */
export function causesOf(error: unknown): readonly Cause[] {
  const causes: Cause[] = [];
  const waiting = [error];
  while (waiting.length > 0 && causes.length < MAXIMUM_CAUSES) {
    const next = waiting.shift();
    try {
      causes.push(causeOf(next));
      if (!types.isNativeError(next)) continue;
      // Not `instanceof AggregateError`: Node's errors can be of another realm, as in jsdom.
      if (next.name === 'AggregateError' && 'errors' in next) waiting.push(...listOf(next.errors));
      if (next.cause !== undefined) waiting.push(next.cause);
    } catch {
      // A member cannot be read: its getter throws, or the message is not a string.
      causes.push({ type: 'unreadable' });
    }
  }
  return causes;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError('not a list');
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

/** Removes the message from the start of a stack: it is logged separately, or omitted. */
function callsOf(stack: string, message: string): string {
  const start = stack.indexOf(message);
  return withoutSecrets(start === -1 ? stack : stack.slice(start + message.length).trimStart());
}

/** Removes API keys from text, and the credentials from every URL except file URLs. */
function withoutSecrets(text: string): string {
  return text.replaceAll(/(?<!\bfile)(:\/\/)\S*@/g, '$1…@').replaceAll(/\bsk_\w+/g, 'sk_…');
}
