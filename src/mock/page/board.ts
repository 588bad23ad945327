import type { Code, OperationId, OperationKey } from '../../contract/index.ts';
import type { CellScenario, Expectation, PlannedRequest } from '../../plan/index.ts';

/** The data of the scenario board: what the page shows, and what its buttons send. */
export interface Board {
  /** Everything before the paths of the requests. A placeholder that the browser replaces with the mock's actual address. */
  readonly baseUrl: string;
  /** The columns. */
  readonly operations: readonly BoardOperation[];
  readonly rows: readonly BoardRow[];
}

export interface BoardOperation {
  readonly operationId: OperationId;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
}

/** A scenario, or success, and the cells of the operations that can return it. */
export interface BoardRow {
  readonly scenario: CellScenario;
  /** `undefined` for success. */
  readonly code?: Code;
  readonly summary: string;
  /** The triggers of the scenario on the mock, each as a short text. */
  readonly inRealLife: readonly string[];
  readonly cells: readonly BoardCell[];
}

export interface BoardCell {
  readonly place: OperationKey;
  readonly scenario: CellScenario;
  readonly status: number;
  /** What happened, and how the caller can fix it. */
  readonly description: string;
  /** The value of the Prefer header that requests this response by name; `undefined` if no operation documents it. */
  readonly prefer?: string;
  readonly ways: readonly BoardWay[];
}

/** One request that triggers a cell's scenario. */
export interface BoardWay {
  /** The variant of the plan, or `prefer` if the response is requested by name. */
  readonly name: string;
  readonly request: PlannedRequest;
  readonly expected: Expectation;
  /** The curl command that sends the request. */
  readonly curl: string;
}
