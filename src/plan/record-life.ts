import { contract } from '../contract/index.ts';
import { isBearer } from './authentication.ts';
import type { Unavailable } from './own-record.ts';
import type { PlannedRequest } from './planned-case.ts';
import type { RecordId } from './record-id.ts';
import { writeExactJson } from './record-id.ts';
import { writeHeaders } from './request-draft.ts';
import type { Authentication, Target, Values } from './target.ts';

/** The records of one entity, with what a request needs to reach them. */
export interface Collection {
  /** The escaped path, relative to the base URL: `/acme-corp/sales/Customer`. */
  readonly path: string;
  /** A key of its workspace. */
  readonly key: string | undefined;
  /** How the key is sent; as a Bearer token by default. */
  readonly authentication?: Authentication;
}

/** Returns the collection of an entity in the target's workspace. */
export function collectionOf(target: Target, entityName: string): Collection | Unavailable {
  const { organization, workspace, keys, authentication } = target;
  if (organization === undefined) return { reason: 'the target file has no "organization"' };
  if (workspace === undefined) return { reason: 'the target file has no "workspace"' };
  if (keys.readWrite === undefined) return { reason: 'the target file has no "keys.readWrite"' };
  return {
    path: `/${[organization, workspace, entityName].map(encodeURIComponent).join('/')}`,
    key: keys.readWrite,
    ...unlessBearer(authentication),
  };
}

/** Returns the collection in which a request may have created records, determined by its path. */
export function collectionIn(target: Target, { path }: Pick<PlannedRequest, 'path'>): Collection {
  const [withoutQuery = ''] = path.split('?');
  return collectionAt(target, withoutQuery.replace(/^((?:\/[^/]+){3})\/bulk$/, '$1'));
}

/** Returns the collection at an escaped path, with a key of the workspace in that path. */
export function collectionAt({ restricted, keys, authentication }: Target, path: string): Collection {
  const inRestricted = restricted !== undefined && path.split('/')[2] === encodeURIComponent(restricted.workspace);
  return { path, key: inRestricted ? restricted.key : keys.readWrite, ...unlessBearer(authentication) };
}

function unlessBearer(authentication: Authentication): Pick<Collection, 'authentication'> {
  return isBearer(authentication) ? {} : { authentication };
}

/** Creates a record. */
export function createRequest(collection: Collection, values: Values): PlannedRequest {
  return requestFor(collection, contract.operations.createRecord.method, '', values);
}

/** Reads a record. */
export function getRequest(collection: Collection, id: RecordId): PlannedRequest {
  return requestFor(collection, contract.operations.getRecord.method, segmentOf(id));
}

/** Deletes a record. */
export function deleteRequest(collection: Collection, id: RecordId): PlannedRequest {
  return requestFor(collection, contract.operations.deleteRecord.method, segmentOf(id));
}

/** Deletes several records with one request. */
export function deleteAllRequest(collection: Collection, ids: readonly unknown[]): PlannedRequest {
  return requestFor(collection, contract.operations.bulkDeleteRecords.method, BULK, ids);
}

/** Lists the records whose column has a value, or one of several comma-separated values if `operator` is `in`. */
export function findRequest(collection: Collection, column: string, value: string, operator?: 'in'): PlannedRequest {
  const name = operator === undefined ? column : `${column}.${operator}`;
  return listRequest(collection, { [`filter[${name}]`]: value });
}

/** Lists records with the given query parameters. */
export function listRequest(collection: Collection, query: Readonly<Record<string, string>>): PlannedRequest {
  const pairs = Object.entries(query).map((pair) => pair.map(encodeURIComponent).join('='));
  return requestFor(
    collection,
    contract.operations.listRecords.method,
    pairs.length === 0 ? '' : `?${pairs.join('&')}`,
  );
}

/** The position of a created record's id in the response, as a JSON Pointer (RFC 6901). */
export const CREATED_ID = '/data/id';

/** The position of a listed record's id in the response. */
export function listedId(index: number): string {
  return `/data/${index}/id`;
}

const BULK = '/bulk';

/** An id may contain half a surrogate pair, which has no percent-encoding. Callers send no request that uses such an id. */
function segmentOf(id: RecordId): string {
  return `/${encodeURIComponent(String(id).toWellFormed())}`;
}

function requestFor(
  { path, key, authentication }: Collection,
  method: string,
  rest: string,
  body?: unknown,
): PlannedRequest {
  const text = body === undefined ? undefined : writeExactJson(body);
  return {
    method,
    path: `${path}${rest}`,
    headers: writeHeaders(key, text, authentication),
    ...(text === undefined ? {} : { body: text }),
  };
}
