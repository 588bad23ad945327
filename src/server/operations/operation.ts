import type { ScenarioFailure } from '../../contract/index.ts';
import type { Collection, Store } from '../store/store.ts';

/** What an operation is given. Key, access mode and entity are checked before, and the body is JSON. */
export interface OperationRequest {
  readonly store: Store;
  readonly collection: Collection;
  /** The id in the path as it was sent, percent-decoded; empty where the path has none. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** What the JSON of the body says; `undefined` where the operation takes no body. */
  readonly body: unknown;
  /** The failure that answers an error, for operations that answer failures inside a success. */
  readonly failureOf: (error: unknown) => ScenarioFailure;
}

/** Carries out an operation and gives the body that answers its success, or `undefined` where that has none. */
export type Operation = (request: OperationRequest) => Promise<unknown>;
