import type { Code, OperationId, OperationKey } from '../../contract/index.ts';
import type { CellScenario, Expectation, PlannedRequest } from '../../plan/index.ts';

/** The scenario board: what the page shows, and what its buttons send. */
export interface Board {
  /** Everything before the paths of the requests, as it stands in the command lines; only a browser knows the mock's own address. */
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

/** A scenario, or success, and the cells of the operations that can answer it. */
export interface BoardRow {
  readonly scenario: CellScenario;
  /** `undefined` for success, which has none. */
  readonly code?: Code;
  readonly summary: string;
  /** How it is raised on the mock as it is in real life: each way in a few words. */
  readonly inRealLife: readonly string[];
  readonly cells: readonly BoardCell[];
}

export interface BoardCell {
  readonly place: OperationKey;
  readonly scenario: CellScenario;
  readonly status: number;
  /** What happened, and how a caller mends it. */
  readonly description: string;
  /** The header that has the mock answer it, whatever else is sent; `undefined` where no operation documents it. */
  readonly prefer?: string;
  readonly ways: readonly BoardWay[];
}

/** One request that leads to a cell's scenario. */
export interface BoardWay {
  /** The variant of the plan, or `prefer` where the answer is asked for by its name. */
  readonly name: string;
  readonly request: PlannedRequest;
  readonly expected: Expectation;
  /** The command line that sends it. */
  readonly curl: string;
}
