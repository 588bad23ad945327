import { readEnvelope } from '../contract/index.ts';
import type { PlannedCase } from '../plan/index.ts';
import type { ReceivedResponse } from './exchange.ts';
import { parseBody } from './parse-body.ts';

/** An expected or received response as data. Contains only the members that matter to a violation. */
export interface AnswerFacts {
  readonly status?: number;
  /** Any JSON value, if received. */
  readonly code?: unknown;
  /** If expected, `{name}` is a placeholder for a value known only to the implementation. */
  readonly message?: unknown;
  readonly details?: unknown;
  /** Values, keyed by lower-case name; `null` for a missing header. */
  readonly header?: Readonly<Record<string, string | null>>;
  /** The value of the violation's `field`. */
  readonly value?: unknown;
}

/** A violation as data, without its message. */
export interface BreachFacts {
  /** The column, or the member of the body, that the violation is about. Contains no value that differs between runs. */
  readonly field?: string;
  readonly expected?: AnswerFacts;
  readonly received?: AnswerFacts;
}

/** Returns the data of a violation, without any other members. */
export function factsOf({ field, expected, received }: BreachFacts): BreachFacts {
  return {
    ...(field === undefined ? {} : { field }),
    ...(expected === undefined ? {} : { expected }),
    ...(received === undefined ? {} : { received }),
  };
}

/** Returns the status, code and message that a planned case expects, as far as they are known before the response arrives. */
export function expectedFacts({ expected: { status, error } }: Pick<PlannedCase, 'expected'>): AnswerFacts {
  if (error === undefined) return { status };
  const { code, message } = error;
  return { status, code, ...(message === undefined ? {} : { message }) };
}

/** Returns the status of a response, and the code and message of its error if it has one. */
export function receivedFacts({ status, body }: ReceivedResponse): AnswerFacts {
  const { code, message } = readEnvelope(parseBody(body)) ?? {};
  return {
    status,
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
  };
}
