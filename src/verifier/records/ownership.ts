import type { Collection, PlannedRequest, RecordId, Target } from '../../plan/index.ts';
import { collectionOf, getRequest, unusableId } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { sameText, showsOtherRecord, showsRun } from '../../judge/index.ts';
import { lookUp } from './find-records.ts';
import type { Marker, PossibleRecord } from './possible-records.ts';
import type { Settling } from './settling.ts';
import { shownRecords, textsIn } from './shown-records.ts';

/** What ownership works with. */
export interface OwnershipTools {
  readonly target: Target;
  readonly send: (request: PlannedRequest) => Promise<Exchange>;
  /** The digits of the run. */
  readonly run: string;
  readonly settling: Settling;
}

/** The statuses that say that there is no record: Not Found and Gone (RFC 9110, section 15.5). */
const ABSENT = new Set([404, 410]);

/** The statuses that say that the request itself was refused for now: 407, 408, 425 and 429. */
const SHOWS_NOTHING = new Set([407, 408, 425, 429]);

/** The statuses that an implementation may choose for an id of the wrong form. */
const REFUSES_ID = new Set([400, 414, 422]);

/** What a read of an id shows: a record of the run, none, or something that does not settle it. */
export type Reading =
  | { readonly is: 'own'; readonly texts: readonly string[] }
  | { readonly is: 'missing' }
  | { readonly is: 'unknown'; readonly why: string; readonly shows: 'another' | 'nothing' };

/**
 * Knows which records are the run's own. An id in a response is only a claim: a record counts as the run's own once a read of it
 * shows the digits of the run, a value that no record had before, or a parent that is the run's own.
 */
export class Ownership {
  readonly #tools: OwnershipTools;
  /** The texts of the records that were shown to be the run's own and were not deleted since, by path. */
  readonly #own = new Map<string, readonly string[]>();
  readonly #everOwn = new Set<string>();
  /** Values without the digits of the run that no record had before the run sent them, by collection and column. */
  readonly #fresh = new Map<string, readonly string[]>();
  readonly #lookedUp = new Map<string, Promise<void>>();
  readonly #honest = new Map<string, Promise<boolean>>();

  constructor(tools: OwnershipTools) {
    this.#tools = tools;
  }

  /** Whether the record at a path was shown to be the run's own, and was not deleted since. */
  has(path: string): boolean {
    return this.#own.has(path);
  }

  /** Returns the texts of a record that was shown to be the run's own and was not deleted since. */
  textsOf(path: string): readonly string[] | undefined {
    return this.#own.get(path);
  }

  /** Notes what a read by another part of the run shows. Returns it. */
  observe(collection: Collection, id: RecordId, exchange: Exchange): Reading {
    const reading = this.judge(collection, id, exchange);
    this.#remember(getRequest(collection, id).path, reading);
    return reading;
  }

  /** Whether the record at a path was once shown to be the run's own. */
  wasOwn(path: string): boolean {
    return this.#everOwn.has(path);
  }

  /** Returns why no request may use an id, or `undefined` if requests may. */
  unusable(id: RecordId): string | undefined {
    const why = unusableId(id);
    return why === undefined ? undefined : `its id ${JSON.stringify(id)} ${why}`;
  }

  /** Forgets a record that was deleted: another may get its id. */
  forget(path: string): void {
    this.#own.delete(path);
  }

  /** Looks up a value without the digits of the run before it is sent. If no record has it, it can identify the run's own. */
  async lookFirst({ collection, marker }: PossibleRecord): Promise<void> {
    if (marker === undefined || marker.isOfRun) return;
    const key = JSON.stringify([collection.path, marker.column, marker.value]);
    const looking = this.#lookedUp.get(key) ?? this.#look(collection, marker);
    this.#lookedUp.set(key, looking);
    await looking;
  }

  async #look(collection: Collection, { column, value }: Marker): Promise<void> {
    const { records, answered } = await lookUp(this.#tools.send, { collection, column, values: [value] });
    if (records.length > 0 || !answered) return;
    const key = columnKey(collection, column);
    this.#fresh.set(key, [...(this.#fresh.get(key) ?? []), value]);
  }

  /** Reads a record once, and remembers it if it is the run's own. */
  async read(collection: Collection, id: RecordId, path = getRequest(collection, id).path): Promise<Reading> {
    const reading = this.judge(collection, id, await this.#tools.send({ ...getRequest(collection, id), path }));
    this.#remember(path, reading);
    return reading;
  }

  /** Judges the response to a read of an id. */
  judge(collection: Collection, id: RecordId, exchange: Exchange): Reading {
    const nothing = (why: string): Reading => ({ is: 'unknown', why: `reading it ${why}`, shows: 'nothing' });
    if ('failure' in exchange) return nothing(`got no response (${exchange.failure})`);
    const { status, body } = exchange.response;
    if (status >= 400 && status < 500)
      return this.#isAbsence(status, collection, id) ? { is: 'missing' } : nothing(`returned ${status}`);
    if (status >= 300) return nothing(`returned ${status}`);
    const shown = shownRecords(body);
    const record = shown.find((each) => String(each.id) === String(id));
    if (record === undefined) {
      return shown.length === 0
        ? nothing(`returned ${status} without a record`)
        : { is: 'unknown', why: 'reading it shows a record with another id', shows: 'another' };
    }
    if (this.#recognizes(collection, record.data)) return { is: 'own', texts: textsIn(record.data) };
    return { is: 'unknown', why: 'reading it shows a record without the values that the run sent', shows: 'another' };
  }

  /**
   * Confirms that the record that a response names is the run's own. Reads it again while the target may not show it yet, and
   * searches the list if reads show nothing.
   * @returns why it cannot be confirmed, or `undefined` if it is the run's own
   */
  async confirm(collection: Collection, id: RecordId, markers: readonly Marker[]): Promise<string | undefined> {
    const unusable = this.unusable(id);
    if (unusable !== undefined) return unusable;
    const reading = await this.#tools.settling.until(
      () => this.read(collection, id),
      ({ is }) => is === 'own',
    );
    if (reading.is === 'own') {
      return this.isOf(markers, reading.texts) ? undefined : 'reading it shows another record of the run';
    }
    const isAnother = reading.is === 'unknown' && reading.shows === 'another';
    if (!isAnother && (await this.isListed(collection, id, markers)) === true) {
      this.#remember(getRequest(collection, id).path, { is: 'own', texts: [] });
      return undefined;
    }
    return reading.is === 'unknown' ? reading.why : 'reading it shows no such record';
  }

  /** Whether a list shows the record with a value that the run sent; `undefined` if lists cannot be trusted. */
  async isListed(collection: Collection, id: RecordId, markers: readonly Marker[]): Promise<boolean | undefined> {
    if (markers.length === 0) return undefined;
    for (const { column, value } of markers) {
      const key = columnKey(collection, column);
      const honest = this.#honest.get(key) ?? this.#listsHonestly(collection, column);
      this.#honest.set(key, honest);
      if (!(await honest)) return undefined;
      const { records, answered } = await lookUp(this.#tools.send, { collection, column, values: [value] });
      if (!answered) return undefined;
      if (records.some((each) => String(each.id) === String(id) && this.#recognizes(collection, each.data)))
        return true;
    }
    return false;
  }

  /** Whether lists show no record for a value that no record has. A list that shows every value proves nothing. */
  async #listsHonestly(collection: Collection, column: string): Promise<boolean> {
    const values = [`no-record-${this.#tools.run}`];
    const { records, answered } = await lookUp(this.#tools.send, { collection, column, values });
    return answered && records.length === 0;
  }

  /** Whether the texts of a record of the run are those of the record with these markers, as far as they show it. */
  isOf(markers: readonly Marker[], texts: readonly string[]): boolean {
    const values = markers.map(({ value }) => value);
    return values.length === 0 || !showsOtherRecord(texts, this.#tools.run, values);
  }

  /**
   * Whether a refused read shows that there is no record: 404 does, and so does a complaint about an id that no record has. Of the
   * entities of the target, any other refusal of the key that must read shows nothing.
   */
  #isAbsence(status: number, { path }: Collection, id: RecordId): boolean {
    if (ABSENT.has(status)) return true;
    if (SHOWS_NOTHING.has(status)) return false;
    const { target } = this.#tools;
    const entities = [
      target.entity?.name,
      target.reference?.entity,
      target.reference?.parent,
      ...(target.definition?.entities.map(({ name }) => name) ?? []),
    ];
    const isOfTarget = entities.some((name) => {
      const collection = name === undefined ? undefined : collectionOf(target, name);
      return collection !== undefined && 'path' in collection && collection.path === path;
    });
    if (!isOfTarget) return true;
    return REFUSES_ID.has(status) && (target.ids !== 'integer' || !/^[1-9]\d{0,14}$/.test(String(id)));
  }

  #remember(path: string, reading: Reading): void {
    if (reading.is !== 'own') return;
    this.#own.set(path, reading.texts);
    this.#everOwn.add(path);
  }

  #recognizes(collection: Collection, data: Readonly<Record<string, unknown>>): boolean {
    const { id: _id, ...columns } = data;
    if (textsIn(columns).some((text) => showsRun(text, this.#tools.run))) return true;
    const isFresh = Object.entries(columns).some(([column, value]) =>
      (this.#fresh.get(columnKey(collection, column)) ?? []).some((one) => sameText(one, String(value))),
    );
    return isFresh || this.#hasOwnParent(collection, columns);
  }

  #hasOwnParent({ path }: Collection, columns: Readonly<Record<string, unknown>>): boolean {
    const workspace = path.slice(0, path.lastIndexOf('/'));
    return referencesOf(this.#tools.target).some(({ entity, column, parent }) => {
      if (path !== `${workspace}/${encodeURIComponent(entity)}`) return false;
      const id = encodeURIComponent(String(columns[column]));
      return this.wasOwn(`${workspace}/${encodeURIComponent(parent)}/${id}`);
    });
  }
}

/** Returns the columns that reference a record: the one of the target file, and those of the definition. */
function referencesOf({
  reference,
  definition,
}: Target): readonly { readonly entity: string; readonly column: string; readonly parent: string }[] {
  const defined = (definition?.entities ?? []).flatMap(({ name, columns }) =>
    columns.flatMap((column) =>
      column.references === undefined ? [] : [{ entity: name, column: column.name, parent: column.references }],
    ),
  );
  return reference === undefined ? defined : [reference, ...defined];
}

function columnKey({ path }: Collection, column: string): string {
  return JSON.stringify([path, column]);
}
