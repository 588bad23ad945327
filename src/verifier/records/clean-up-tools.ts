import type { Collection, PlannedRequest, RecordId } from '../../plan/index.ts';
import { getRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import type { Ledger } from './ledger.ts';
import type { Ownership } from './ownership.ts';
import type { Settling } from './settling.ts';
import type { Marker, PossibleRecord } from './possible-records.ts';

/** What cleaning up works with. */
export interface CleanUpTools {
  /** Sends a request without noting what it creates. */
  readonly send: (request: PlannedRequest) => Promise<Exchange>;
  readonly ownership: Ownership;
  readonly ledger: Ledger;
  readonly settling: Settling;
  /** Called with how many of the records are deleted. */
  readonly onProgress: (done: number, total: number) => void;
}

/** A record to delete: a read or a list has shown that it is the run's own. */
export interface RecordToDelete {
  readonly collection: Collection;
  readonly id: RecordId;
  /** The values that may identify it. */
  readonly markers: readonly Marker[];
}

/** Returns the path of a record, which identifies it. */
export function pathOf({ collection, id }: Pick<RecordToDelete, 'collection' | 'id'>): string {
  return getRequest(collection, id).path;
}

/** Describes a record that remains, or may remain, on the target. */
export function leftoverOf({ collection, id }: Pick<RecordToDelete, 'collection' | 'id'>, reason: string): Leftover {
  return { collection: collection.path, record: String(id), reason };
}

/** Describes a record that may exist although no response named it: by its marker, or else by all its values. */
export function possibleLeftover({ collection, values, marker }: PossibleRecord, reason: string): Leftover {
  const all = (): string =>
    JSON.stringify(values, (_name, each: unknown) => (typeof each === 'bigint' ? String(each) : each));
  const record = marker === undefined ? all() : `${marker.column} ${JSON.stringify(marker.value)}`;
  return { collection: collection.path, record, reason };
}

/** Returns the message of an error of any kind. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
