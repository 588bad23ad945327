import { contract, isObject } from '../../contract/index.ts';
import type { Collection, PlannedRequest, RecordId, Target } from '../../plan/index.ts';
import { collectionAt, getRequest, isRecordId, NotProvokable, unusableId } from '../../plan/index.ts';
import { parseExactBody } from '../../judge/index.ts';
import type { Exchange } from '../../judge/index.ts';
import type { Ownership, Reading } from './ownership.ts';
import { possibleRecords } from './possible-records.ts';

/** Methods that change no record (RFC 9110, section 9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

const BULK = 'bulk';

/** How many segments the path of a record has: organization, workspace, entity and id. */
const SEGMENTS = 4;

/**
 * Decides whether a write may be sent. A write that names a record is sent only if a read shows that the record is the run's
 * own or does not exist, both with the key of the workspace and with the key of the request.
 */
export class WriteGuard {
  readonly #target: Target;
  readonly #send: (request: PlannedRequest) => Promise<Exchange>;
  readonly #ownership: Ownership;
  readonly #run: string;
  readonly #readings = new Map<string, Promise<Reading>>();

  constructor(target: Target, send: (request: PlannedRequest) => Promise<Exchange>, ownership: Ownership, run: string) {
    this.#target = target;
    this.#send = send;
    this.#ownership = ownership;
    this.#run = run;
  }

  /** Prepares a request for sending. Returns why it must not be sent, or `undefined` if it may be. */
  async objection(request: PlannedRequest): Promise<string | undefined> {
    if (this.#target.stateless) return undefined;
    for (const possible of possibleRecords(this.#target, request, this.#run)) await this.#ownership.lookFirst(possible);
    for (const aim of aimsOf(this.#target, request)) {
      const objection = await this.#objectionTo(request, aim);
      if (objection !== undefined) return objection;
    }
    return undefined;
  }

  /**
   * Prepares a request for sending.
   * @throws {NotProvokable} if it must not be sent
   */
  async allow(request: PlannedRequest): Promise<void> {
    const objection = await this.objection(request);
    if (objection !== undefined) throw new NotProvokable(objection);
  }

  /** Notes what a read shows, so that it need not be repeated. */
  noteRead({ request, ...outcome }: Exchange): void {
    const [path = '', ...query] = request.path.split('?');
    const [collectionPath, id] = [path.slice(0, path.lastIndexOf('/')), decoded(path.slice(path.lastIndexOf('/') + 1))];
    if (query.length > 0 || path.split('/').length !== SEGMENTS + 1) return;
    const collection = collectionAt(this.#target, collectionPath);
    const read = getRequest(collection, id);
    if (read.path !== path || JSON.stringify(read.headers) !== JSON.stringify(request.headers)) return;
    this.#readings.set(path, Promise.resolve(this.#ownership.observe(collection, id, { request, ...outcome })));
  }

  /** Forgets what was read of the records that a request deleted. */
  noteDeleted(request: PlannedRequest): void {
    for (const { path } of aimsOf(this.#target, request)) {
      this.#ownership.forget(path);
      for (const key of this.#readings.keys())
        if (key === path || key.startsWith(`${path} `)) this.#readings.delete(key);
    }
  }

  async #objectionTo(request: PlannedRequest, { path, collection, id }: Aim): Promise<string | undefined> {
    const read = { ...getRequest(collection, id), path };
    const headers = headersLike(read.headers, request.headers);
    const isSameCaller = JSON.stringify(headers) === JSON.stringify(read.headers);
    const readings = [
      ...(this.#ownership.has(path) ? [] : [this.#once(path, () => this.#ownership.read(collection, id, path))]),
      ...(isSameCaller
        ? []
        : [
            this.#once(`${path} ${JSON.stringify(headers)}`, async () =>
              this.#asCaller(collection, id, await this.#send({ ...read, headers })),
            ),
          ]),
    ];
    for (const reading of await Promise.all(readings)) {
      if (reading.is === 'unknown') return `${path} may be somebody else's record: ${reading.why}`;
    }
    return undefined;
  }

  /** Judges what another caller reads. One that is refused sees no record that its write could change. */
  #asCaller(collection: Collection, id: RecordId, exchange: Exchange): Reading {
    const isRefused = 'response' in exchange && [401, 403].includes(exchange.response.status);
    return isRefused ? { is: 'missing' } : this.#ownership.judge(collection, id, exchange);
  }

  #once(key: string, read: () => Promise<Reading>): Promise<Reading> {
    const reading = this.#readings.get(key) ?? read();
    this.#readings.set(key, reading);
    return reading;
  }
}

/** A record that a write names. */
interface Aim {
  /** Its path, as it would be sent. */
  readonly path: string;
  readonly collection: Collection;
  readonly id: RecordId;
}

/** Returns the records that a write names: by its path, or by the items of its batch. */
function aimsOf(target: Target, { method, path, body = '' }: PlannedRequest): readonly Aim[] {
  if (SAFE.has(method)) return [];
  const [bare = ''] = path.split('?');
  const segments = bare.split('/').slice(1);
  if (segments.length < SEGMENTS) return [];
  const collection = collectionAt(target, `/${segments.slice(0, SEGMENTS - 1).join('/')}`);
  const [, , , last = ''] = segments;
  if (segments.length > SEGMENTS || last !== BULK) return [{ path: bare, collection, id: decoded(last) }];
  // A creation names no record.
  if (method === contract.operations.bulkCreateRecords.method) return [];
  const items = parseExactBody(body);
  const ids = (Array.isArray(items) ? items : []).map((item: unknown) => (isObject(item) ? item.id : item));
  return [...new Set(ids.filter(isRecordId))]
    .filter((id) => unusableId(id) === undefined)
    .map((id) => ({ path: getRequest(collection, id).path, collection, id }));
}

/** The headers that may contain a key besides that of the target: a server may accept several. */
const CREDENTIALS = ['authorization', 'x-api-key', 'api-key', 'cookie'];

/** Returns the headers of a read with the caller of another request: the same names, with the values that it has. */
function headersLike(
  read: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const values = new Map(Object.entries(other).map(([name, value]) => [name.toLowerCase(), value]));
  const names = new Set([...Object.keys(read), ...CREDENTIALS]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
