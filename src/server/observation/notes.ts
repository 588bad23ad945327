import type { IncomingMessage } from 'node:http';

import type { OperationKey, ScenarioFailure } from '../../contract/index.ts';
import type { StoredKey } from '../store/store.ts';

/** What a request is for: an operation, nothing that the contract knows, a health check, or the preflight of a browser. */
export type RequestPurpose = OperationKey | 'health' | 'preflight';

/** What is noted about a request while it is carried out. It has all members from the start, because adding them later costs time. */
export interface Notes {
  purpose: RequestPurpose;
  key: StoredKey | undefined;
  failure: ScenarioFailure | undefined;
  /** Whether the failure was written directly to the socket, so that the response object does not show it. */
  answeredRaw: boolean;
}

const NOTES = Symbol('notes');

// A property, because a WeakMap with an entry for every request would cost more than all the rest of the metrics.
type NotedRequest = IncomingMessage & { [NOTES]?: Notes };

/** Starts to keep notes about a request, and returns them. */
export function keepNotes(request: NotedRequest, purpose: RequestPurpose): Notes {
  const notes: Notes = { purpose, key: undefined, failure: undefined, answeredRaw: false };
  request[NOTES] = notes;
  return notes;
}

/** Returns the notes about a request; `undefined` if none are kept. */
export function notesOf(request: NotedRequest): Notes | undefined {
  return request[NOTES];
}

/** Notes something about a request, if notes about it are kept. */
export function note<Name extends keyof Notes>(request: NotedRequest, name: Name, value: Notes[Name]): void {
  const known = request[NOTES];
  if (known !== undefined) known[name] = value;
}
