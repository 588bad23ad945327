import type { OperationId, OperationKey } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import { bearer, credentialHeader } from './authentication.ts';
import type { PlannedRequest } from './planned-case.ts';
import type { RecordId } from './record-id.ts';
import { writeExactJson } from './record-id.ts';
import type { Authentication } from './target.ts';

/** A request as separate parts, before it is written out. A scenario changes the part that makes it fail. */
export interface RequestDraft {
  readonly operationId: OperationId;
  readonly organization: string;
  readonly workspace: string;
  readonly entityName: string;
  readonly id?: RecordId;
  /** Replaces the whole path after the workspace, without escaping. */
  readonly rawPath?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly key?: string;
  /** How the key is sent; as a Bearer token by default. */
  readonly authentication?: Authentication;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Replaces `body`, without conversion to JSON. */
  readonly rawBody?: string;
}

/** Returns the operation whose method is used. A request outside all operations uses that of `listRecords`. */
export function methodOwner(key: OperationKey): OperationId {
  return key === 'outsideOperations' ? 'listRecords' : key;
}

/** Converts a draft to the request that is sent. */
export function writeRequest(draft: RequestDraft): PlannedRequest {
  const { operationId, key, body, authentication } = draft;
  const text = draft.rawBody ?? (body === undefined ? undefined : writeExactJson(body));
  return {
    method: contract.operations[operationId].method,
    path: `/${encodeURIComponent(draft.organization)}/${encodeURIComponent(draft.workspace)}${pathOf(draft)}${queryOf(draft)}`,
    headers: { ...writeHeaders(key, text, authentication), ...draft.headers },
    ...(text === undefined ? {} : { body: text }),
  };
}

/** Returns the headers that every request has: accepted types, key, and content type. */
export function writeHeaders(
  key: string | undefined,
  body: string | undefined,
  authentication: Authentication = bearer,
): Readonly<Record<string, string>> {
  const { mediaType } = contract.envelope;
  return {
    accept: mediaType,
    'accept-encoding': 'identity',
    ...(key === undefined ? {} : credentialHeader(authentication, key)),
    ...(body === undefined ? {} : { 'content-type': mediaType }),
  };
}

function pathOf({ operationId, rawPath, entityName, id }: RequestDraft): string {
  if (rawPath !== undefined) return rawPath;
  const parameters: Readonly<Record<string, RecordId | undefined>> = { entityName, id };
  return contract.operations[operationId].path.replace(/\{(\w+)\}/g, (_placeholder, name: string) =>
    encodeURIComponent(String(parameters[name] ?? '')),
  );
}

function queryOf({ query = {} }: RequestDraft): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
