import type { Basis, OperationId, OperationKey } from '../contract/index.ts';
import type { CaseName, CellScenario, Expectation, PlannedRequest } from '../plan/index.ts';

/** One request of a workflow, with symbols for what is not known beforehand, and what must answer it. */
export interface Step {
  /** Unique in its workflow: `createTaken`, the name of a variant, `deleteTaken`. */
  readonly name: string;
  readonly role: 'arrange' | 'case' | 'cleanUp';
  readonly operationId: OperationKey;
  readonly request: PlannedRequest;
  readonly expected: Expectation;
  /** Of a case: how firmly it is known that this provokes it. */
  readonly basis?: Basis;
  /** What later steps know of the answer: for each name where in the body it stands, as a JSON Pointer. */
  readonly saves: Readonly<Record<string, string>>;
}

/** A cell of the matrix from nothing to nothing: what it needs is created, each variant is sent, what was created is deleted. */
export interface Workflow {
  readonly operationId: OperationKey;
  readonly scenario: CellScenario;
  readonly steps: readonly Step[];
}

/** A variant that a document does not hold. */
export interface LeftOut extends CaseName {
  readonly reason: string;
}

/** A step that is no case: it creates what a case needs, or removes what was created. */
export type Errand = Omit<Step, 'operationId'> & { readonly operationId: OperationId };
