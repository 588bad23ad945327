import { readEnvelope } from '../../contract/index.ts';
import type { PlannedCase } from '../../plan/index.ts';
import type { ReceivedResponse } from './exchange.ts';
import { parseBody } from './parse-body.ts';

/** What is known of an answer, expected or received, as data: only the members that matter to a breach. */
export interface AnswerFacts {
  readonly status?: number;
  /** Received, it may be anything that JSON can hold. */
  readonly code?: unknown;
  /** Expected, `{name}` stands for a value that only the implementation knows. */
  readonly message?: unknown;
  readonly details?: unknown;
  /** Values by name in lower case; `null` for a header that is absent. */
  readonly header?: Readonly<Record<string, string | null>>;
  /** The value of the breach's field. */
  readonly value?: unknown;
}

/** What a breach says as data, besides its words. */
export interface BreachFacts {
  /** The column, or the member of the body, that the breach is about. It names no value of the run. */
  readonly field?: string;
  readonly expected?: AnswerFacts;
  readonly received?: AnswerFacts;
}

/** The data of a breach, without whatever else stands beside it. */
export function factsOf({ field, expected, received }: BreachFacts): BreachFacts {
  return {
    ...(field === undefined ? {} : { field }),
    ...(expected === undefined ? {} : { expected }),
    ...(received === undefined ? {} : { received }),
  };
}

/** The status, code and message that a planned case expects, as far as they are known before the answer is. */
export function expectedFacts({ expected: { status, error } }: Pick<PlannedCase, 'expected'>): AnswerFacts {
  if (error === undefined) return { status };
  const { code, message } = error;
  return { status, code, ...(message === undefined ? {} : { message }) };
}

/** The status of an answer, and the code and message of its error where it has one. */
export function receivedFacts({ status, body }: ReceivedResponse): AnswerFacts {
  const { code, message } = readEnvelope(parseBody(body)) ?? {};
  return {
    status,
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
  };
}
