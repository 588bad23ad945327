import { contract } from '../../contract/index.ts';
import type { Collection, RecordId, Target } from '../../plan/index.ts';
import { collectionIn, getRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { parseExactBody } from '../../judge/index.ts';
import type { Marker, PossibleRecord } from './possible-records.ts';
import { changedRecords, possibleRecords } from './possible-records.ts';
import { shownRecords } from './shown-records.ts';

/** A record that a response named as the one it created. Its id is only a claim. */
export interface NamedRecord {
  readonly collection: Collection;
  readonly id: RecordId;
  /** What the request would create. */
  readonly possible: PossibleRecord | undefined;
}

/** A record that a request may have created, although no response named it. */
export interface UnnamedRecord {
  readonly possible: PossibleRecord;
  /** Whether the target refused to create it. Then it exists only if the target is wrong. */
  readonly isRefused: boolean;
}

/** Everything that a run may have created, whether intended or not. */
export class Ledger {
  readonly #target: Target;
  readonly #run: string;
  readonly #named: NamedRecord[] = [];
  readonly #unnamed: UnnamedRecord[] = [];
  /** The values that identify records since their last change, by path. */
  readonly #changed = new Map<string, readonly Marker[]>();

  constructor(target: Target, run: string) {
    this.#target = target;
    this.#run = run;
  }

  get named(): readonly NamedRecord[] {
    return this.#named;
  }

  get unnamed(): readonly UnnamedRecord[] {
    return this.#unnamed;
  }

  /**
   * Records what an exchange may have created or changed.
   * @param isOwn whether the record at a path is known to be the run's own and to exist. A change to any other may create one.
   */
  note(exchange: Exchange, isOwn: (path: string) => boolean): void {
    const { request } = exchange;
    const possible = possibleRecords(this.#target, request, this.#run);
    const created = createdBy(this.#target, exchange);
    const [only, ...others] = possible;
    if (created !== undefined) this.#named.push({ ...created, possible: others.length === 0 ? only : undefined });
    if (created === undefined || others.length > 0)
      this.#unnamed.push(...possible.map((each) => ({ possible: each, isRefused: isRefused(exchange) })));
    for (const { path, ...changed } of changedRecords(this.#target, request, this.#run)) {
      if (!isOwn(path)) this.#unnamed.push({ possible: changed, isRefused: isRefused(exchange) });
      if (!isRefused(exchange))
        this.#changed.set(path, [changed.marker, ...(isDone(exchange) ? [] : (this.#changed.get(path) ?? []))]);
    }
  }

  /** Returns the values that may identify a record now: those of its last changes, and that of its creation. */
  markersOf({ collection, id, possible }: NamedRecord): readonly Marker[] {
    const changed = this.#changed.get(getRequest(collection, id).path) ?? [];
    return possible?.marker === undefined ? changed : [...changed, possible.marker];
  }
}

function isDone(exchange: Exchange): boolean {
  return 'response' in exchange && exchange.response.status < 300;
}

/** Whether a target refused a request: it says that the caller made a mistake. */
function isRefused(exchange: Exchange): boolean {
  return 'response' in exchange && exchange.response.status >= 400 && exchange.response.status < 500;
}

/** Returns the record that a response names as the one its request created, whether that was intended or not. */
export function createdBy(target: Target, exchange: Exchange): Omit<NamedRecord, 'possible'> | undefined {
  if (!('response' in exchange) || exchange.request.method !== contract.operations.createRecord.method)
    return undefined;
  const { request, response } = exchange;
  // The records of a batch are looked up by their values.
  if (response.status >= 300 || Array.isArray(parseExactBody(request.body ?? ''))) return undefined;
  const [record, ...others] = shownRecords(response.body);
  if (record === undefined || others.length > 0) return undefined;
  return { collection: collectionIn(target, request), id: record.id };
}
