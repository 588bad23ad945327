import { contract, isObject } from '../../../contract/index.ts';
import type { PlannedRequest } from '../../../plan/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import type { HttpClient } from '../../../verifier/index.ts';
import { parseBody } from '../../../judge/index.ts';
import { describedList } from '../../../verifier/index.ts';
import type { SampledRecord } from '../../../workspace-draft/index.ts';

/** One workspace of an API, and the key to read it with. */
export interface Place {
  readonly organization: string;
  readonly workspace: string;
  readonly key: string;
}

/** One page of records. */
export interface SampledPage {
  readonly records: readonly SampledRecord[];
  readonly totalPages: number | undefined;
  readonly totalElements: number | undefined;
}

/** A response that is not what was asked for. */
export interface Unreadable {
  readonly status: number | undefined;
  /** The failure of the contract that it is, if any. */
  readonly scenario: string | undefined;
  /** The request and the response in one line. */
  readonly said: string;
}

/** How many records a page has. A server that returns more is not trusted with all of them. */
export const PAGE_SIZE = contract.limits.size.maximum;

/** Reads records of a workspace. Sends no request that writes. */
export class SampledApi {
  readonly #client: HttpClient;
  readonly #place: Place;

  constructor(client: HttpClient, place: Place) {
    this.#client = client;
    this.#place = place;
  }

  /** @throws {TargetUnavailable} if the server cannot be reached */
  async list(entityName: string, page: number): Promise<SampledPage | Unreadable> {
    const query = { page: String(page), size: String(PAGE_SIZE) };
    const read = await this.#read(writeRequest({ operationId: 'listRecords', entityName, query, ...this.#place }));
    if (!('json' in read)) return read;
    const { data, meta } = isObject(read.json) ? read.json : {};
    if (!Array.isArray(data)) return { ...read.unreadable, said: `${read.unreadable.said}, but it has no list "data"` };
    const counts = isObject(meta) ? meta : {};
    return {
      records: data.filter(isObject).slice(0, PAGE_SIZE),
      totalPages: count(counts.totalPages),
      totalElements: count(counts.totalElements),
    };
  }

  /**
   * Returns a record, or `undefined` if the server does not return it.
   * @param expand the name of a relation
   * @throws {TargetUnavailable} if the server cannot be reached
   */
  async get(entityName: string, id: string, expand?: string): Promise<SampledRecord | undefined> {
    const query = expand === undefined ? {} : { expand };
    const read = await this.#read(writeRequest({ operationId: 'getRecord', entityName, id, query, ...this.#place }));
    const { data } = 'json' in read && isObject(read.json) ? read.json : {};
    return isObject(data) ? data : undefined;
  }

  async #read(
    request: PlannedRequest,
  ): Promise<Unreadable | { readonly json: unknown; readonly unreadable: Unreadable }> {
    const exchange = await this.#client.send(request);
    const { said, scenario } = describedList(exchange);
    if (!('response' in exchange)) return { status: undefined, scenario, said };
    const { status, body } = exchange.response;
    if (status !== 200) return { status, scenario, said };
    const unreadable = { status, scenario, said: `${request.method} ${request.path} returned ${status}` };
    const json = parseBody(body.replace(/^\uFEFF/, ''));
    return json === undefined ? { ...unreadable, said: `${unreadable.said}, but not JSON` } : { json, unreadable };
  }
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
