import type { OperationId } from '../../contract/index.ts';

/** A documented response. */
export interface DocumentedAnswer {
  readonly status: number;
  /** `undefined` if the status has no body. Every call returns the same object: copy it, never modify it. */
  readonly body: unknown;
}

/** The names of the documented examples by status. The list is empty if the status has no body. */
export type ExampleNames = ReadonlyMap<number, readonly string[]>;

/** The parts of a request that the contract describes with schemas. */
export interface DescribedParts {
  readonly query: Readonly<Record<string, string>>;
  /** `undefined` if the operation takes no body. */
  readonly body: unknown;
}

/** Everything the core needs from the contract's document. The caller of the core provides it. */
export interface Documents {
  /** Returns the examples that an operation documents. */
  examples(operationId: OperationId): ExampleNames;
  /** Returns the default values of the query parameters, as strings. */
  defaults(operationId: OperationId): Readonly<Record<string, string>>;
  /** Returns a message for everything in a request that violates the schemas of its parameters and its body. */
  violations(operationId: OperationId, parts: DescribedParts): Promise<readonly string[]>;
  /**
   * Returns a documented response: the named example, or the first one of the status.
   * @throws {Error} if the operation does not document it
   */
  answer(operationId: OperationId, status: number, example?: string): DocumentedAnswer;
}
