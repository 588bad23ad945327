import type { Basis, OperationId, OperationKey } from '../contract/index.ts';
import type { CaseName, CellScenario, Expectation, PlannedRequest } from '../plan/index.ts';

/** One request of a workflow and the expected response, with symbols for values that are not known in advance. */
export interface Step {
  /** Unique in its workflow: `createTaken`, the name of a variant, `deleteTaken`. */
  readonly name: string;
  readonly role: 'arrange' | 'case' | 'cleanUp';
  readonly operationId: OperationKey;
  readonly request: PlannedRequest;
  readonly expected: Expectation;
  /** For a case: the basis of the rule that it provokes its scenario. */
  readonly basis?: Basis;
  /** The values of the response that later steps use: a JSON Pointer into the body for each name. */
  readonly saves: Readonly<Record<string, string>>;
}

/**
 * A self-contained cell of the matrix: creates the records it needs, sends each variant, and deletes the records it created.
 */
export interface Workflow {
  readonly operationId: OperationKey;
  readonly scenario: CellScenario;
  readonly steps: readonly Step[];
}

/** A variant that a document does not contain. */
export interface LeftOut extends CaseName {
  readonly reason: string;
}

/** A step that is not a case: it creates records for a case, or deletes created records. */
export type Errand = Omit<Step, 'operationId'> & { readonly operationId: OperationId };
