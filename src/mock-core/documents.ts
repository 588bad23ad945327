import type { OperationId } from '../contract/index.ts';
import type { DocumentedAnswers } from '../injection/index.ts';

/** The parts of a request that the contract describes with schemas. */
export interface DescribedParts {
  readonly query: Readonly<Record<string, string>>;
  /** `undefined` if the operation takes no body. */
  readonly body: unknown;
}

/** Everything the core needs from the contract's document. The caller of the core provides it. */
export interface Documents extends DocumentedAnswers {
  /** Returns the default values of the query parameters, as strings. */
  defaults(operationId: OperationId): Readonly<Record<string, string>>;
  /** Returns a message for everything in a request that violates the schemas of its parameters and its body. */
  violations(operationId: OperationId, parts: DescribedParts): Promise<readonly string[]>;
}
