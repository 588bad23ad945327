import type { OperationId } from '../../contract/index.ts';

/** An answer as the contract documents it. */
export interface DocumentedAnswer {
  readonly status: number;
  /** `undefined` where the status has no body. It is the same object every time: copy it, never change it. */
  readonly body: unknown;
}

/** The names of the documented examples by status; an empty list where the status has no body. */
export type ExampleNames = ReadonlyMap<number, readonly string[]>;

/** The parts of a request that the contract describes with schemas. */
export interface DescribedParts {
  readonly query: Readonly<Record<string, string>>;
  /** `undefined` where the operation takes none. */
  readonly body: unknown;
}

/** What the core asks of the contract's document; whoever hosts the core says how it is answered. */
export interface Documents {
  /** Which examples an operation documents. */
  examples(operationId: OperationId): ExampleNames;
  /** The values of the query parameters that were not sent, as texts. */
  defaults(operationId: OperationId): Readonly<Record<string, string>>;
  /** Everything in which a request breaks the schemas of its parameters and its body, in words. */
  violations(operationId: OperationId, parts: DescribedParts): Promise<readonly string[]>;
  /**
   * One documented answer; the first of the status where no example is named.
   * @throws {Error} when the operation does not document it.
   */
  answer(operationId: OperationId, status: number, example?: string): DocumentedAnswer;
}
