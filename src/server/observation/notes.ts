import type { IncomingMessage } from 'node:http';

import type { OperationKey, ScenarioFailure } from '../../contract/index.ts';
import type { StoredKey } from '../store/store.ts';

/** What a request is for: an operation, nothing that the contract knows, a health check, or the preflight of a browser. */
export type RequestPurpose = OperationKey | 'health' | 'preflight';

/** What is noted about a request while it is carried out. */
export interface Notes {
  purpose: RequestPurpose;
  key?: StoredKey;
  failure?: ScenarioFailure;
  /** Whether the failure was written directly to the socket, so that the response object does not show it. */
  answeredRaw?: boolean;
}

const NOTES = Symbol('notes');

// A property, because a WeakMap with an entry for every request would cost more than all the rest of the metrics.
type NotedRequest = IncomingMessage & { [NOTES]?: Notes };

/** Starts to keep notes about a request. */
export function keepNotes(request: NotedRequest, notes: Notes): void {
  request[NOTES] = notes;
}

/** Returns the notes about a request; `undefined` if none are kept. */
export function notesOf(request: NotedRequest): Notes | undefined {
  return request[NOTES];
}

/** Notes something about a request, if notes about it are kept. */
export function note(request: NotedRequest, more: Partial<Notes>): void {
  const known = request[NOTES];
  if (known !== undefined) Object.assign(known, more);
}
