import type { OperationId, OperationKey } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import type { PlannedRequest } from './planned-case.ts';

/** A request by its parts, before it is written out; a scenario changes the part that makes it fail. */
export interface RequestDraft {
  readonly operationId: OperationId;
  readonly organization: string;
  readonly workspace: string;
  readonly entityName: string;
  readonly id?: string | number;
  /** Takes the place of the whole path below the workspace, raw. */
  readonly rawPath?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Takes the place of `body`, raw. */
  readonly rawBody?: string;
}

/** The operation by whose method a request is sent that belongs to none. */
export function methodOwner(key: OperationKey): OperationId {
  return key === 'outsideOperations' ? 'listRecords' : key;
}

/** Writes a draft out as the request that is sent. */
export function writeRequest(draft: RequestDraft): PlannedRequest {
  const { operationId, key, body } = draft;
  const text = draft.rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    method: contract.operations[operationId].method,
    path: `/${encodeURIComponent(draft.organization)}/${encodeURIComponent(draft.workspace)}${pathOf(draft)}${queryOf(draft)}`,
    headers: { ...writeHeaders(key, text), ...draft.headers },
    ...(text === undefined ? {} : { body: text }),
  };
}

/** The headers that every request has: what it takes, its key, and what its body is. */
export function writeHeaders(key: string | undefined, body: string | undefined): Readonly<Record<string, string>> {
  const { mediaType } = contract.envelope;
  return {
    accept: mediaType,
    'accept-encoding': 'identity',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(body === undefined ? {} : { 'content-type': mediaType }),
  };
}

function pathOf({ operationId, rawPath, entityName, id }: RequestDraft): string {
  if (rawPath !== undefined) return rawPath;
  const parameters: Readonly<Record<string, string | number | undefined>> = { entityName, id };
  return contract.operations[operationId].path.replace(/\{(\w+)\}/g, (_placeholder, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
}

function queryOf({ query = {} }: RequestDraft): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
