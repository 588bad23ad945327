import type { ScenarioFailure } from '../../contract/index.ts';
import type { Collection, Store } from '../store/store.ts';

/** The input of an operation. Key, access mode and entity were checked before, and the body was parsed. */
export interface OperationRequest {
  readonly store: Store;
  readonly collection: Collection;
  /** The id in the path as it was sent, percent-decoded; empty if the path contains none. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The parsed JSON of the body; `undefined` if the operation takes no body. */
  readonly body: unknown;
  /** Returns the failure for an error. For bulk operations, which report failures in a successful response. */
  readonly failureOf: (error: unknown) => ScenarioFailure;
}

/** Carries out an operation and returns the body of its successful response; `undefined` if that has none. */
export type Operation = (request: OperationRequest) => Promise<unknown>;
