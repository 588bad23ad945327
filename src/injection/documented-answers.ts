import type { OperationId } from '../contract/index.ts';

/** A documented response. */
export interface DocumentedAnswer {
  readonly status: number;
  /** `undefined` if the status has no body. Every call returns the same object: copy it, never modify it. */
  readonly body: unknown;
}

/** The names of the documented examples by status. The list is empty if the status has no body. */
type ExampleNames = ReadonlyMap<number, readonly string[]>;

/** The responses that a contract documents. */
export interface DocumentedAnswers {
  /** Returns the examples that an operation documents. */
  examples(operationId: OperationId): ExampleNames;
  /**
   * Returns a documented response: the named example, or the first one of the status.
   * @throws {Error} if the operation does not document it
   */
  answer(operationId: OperationId, status: number, example?: string): DocumentedAnswer;
}

/** One response of an operation. */
interface ListedAnswer {
  readonly status: number;
  /** `undefined` if the status has no body. */
  readonly example?: string;
  readonly body?: unknown;
}

/** Returns documented responses from lists of them. */
export function answersFrom(listed: (operationId: OperationId) => readonly ListedAnswer[]): DocumentedAnswers {
  return {
    examples(operationId) {
      const names = new Map<number, readonly string[]>();
      for (const { status, example } of listed(operationId))
        names.set(status, [...(names.get(status) ?? []), ...(example === undefined ? [] : [example])]);
      return names;
    },
    answer(operationId, status, example) {
      const answer = listed(operationId).find(
        (each) => each.status === status && (example === undefined || each.example === example),
      );
      if (answer === undefined) throw new Error(`${operationId} does not document ${status} ${example ?? ''}`);
      return { status, body: answer.body };
    },
  };
}
