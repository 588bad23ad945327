import { isObject } from '../contract/index.ts';
import type { RecordId } from './record-id.ts';
import { isRecordId } from './record-id.ts';
import type { RequestDraft } from './request-draft.ts';
import type { Values } from './target.ts';

/**
 * A part of a request that can be set separately. The names follow OpenAPI's runtime expressions, without `$request.`.
 * `rawPath` and `rawBody` replace the whole path and body, without escaping.
 */
export type Location =
  | 'server.organization'
  | 'server.workspace'
  | 'path.entityName'
  | 'path.id'
  | `query.${string}`
  | `header.${string}`
  | 'key'
  | 'body'
  | `body#/${string}`
  | 'rawBody'
  | 'rawPath';

/**
 * The type of the value at a location: any JSON in the body, a string or a number for an id, and a string elsewhere.
 * `undefined` removes it.
 */
type ValueAt<Where extends Location> = Where extends 'body' | `body#/${string}`
  ? unknown
  : Where extends 'path.id'
    ? RecordId
    : string | undefined;

/** A change to a request: new values for some of its locations. */
export type Change = { readonly [Where in Location]?: ValueAt<Where> };

/** Sets the value at a location of a request. */
export function put<Where extends Location>(draft: RequestDraft, where: Where, value: ValueAt<Where>): RequestDraft {
  const text = typeof value === 'string' ? value : undefined;
  const name = where.slice(where.search(/[.#]/) + 1);
  if (where.startsWith('query.')) return { ...draft, query: withMember(draft.query, name, text) };
  if (where.startsWith('header.')) return { ...draft, headers: withMember(draft.headers, name, text) };
  if (where.startsWith('body#/')) return { ...draft, body: withColumn(draft.body, name.slice(1), value) };
  switch (where) {
    case 'server.organization':
      return { ...draft, organization: text ?? '' };
    case 'server.workspace':
      return { ...draft, workspace: text ?? '' };
    case 'path.entityName':
      return { ...draft, entityName: text ?? '' };
    case 'path.id':
      return { ...draft, id: isRecordId(value) ? value : '' };
    case 'body':
      return { ...draft, body: value };
    case 'rawBody': {
      const { rawBody: _former, ...others } = draft;
      return text === undefined ? others : { ...others, rawBody: text };
    }
    case 'rawPath': {
      const { rawPath: _former, ...others } = draft;
      return text === undefined ? others : { ...others, rawPath: text };
    }
    case 'key': {
      const { key: _former, ...others } = draft;
      return text === undefined ? others : { ...others, key: text };
    }
    default:
      throw new Error(`a request has no location ${where}`);
  }
}

/** Applies a change to a request. */
export function changed(draft: RequestDraft, change: Change): RequestDraft {
  return Object.entries(change).reduce((before, [where, value]) => put(before, where as Location, value), draft);
}

function withMember(
  members: Readonly<Record<string, string>> | undefined,
  name: string,
  value: string | undefined,
): Readonly<Record<string, string>> {
  const { [name]: _former, ...others } = members ?? {};
  return value === undefined ? others : { ...others, [name]: value };
}

/** Sets a column of the record in the body, by its JSON Pointer. `undefined` removes it. */
function withColumn(body: unknown, pointer: string, value: unknown): unknown {
  const column = pointer.replaceAll('~1', '/').replaceAll('~0', '~');
  const record = isObject(body) ? body : {};
  if (value !== undefined) return { ...record, [column]: value };
  const { [column]: _former, ...others } = record;
  return others;
}

/** Creates the change that sets columns of the record in the body, and removes those that are `undefined`. */
export function columns(values: Values): Change {
  const change: Record<`body#/${string}`, unknown> = {};
  for (const [column, value] of Object.entries(values)) {
    change[`body#/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`] = value;
  }
  return change;
}
