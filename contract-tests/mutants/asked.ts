import type { OperationId } from '../../src/contract/index.ts';
import { contract, isObject } from '../../src/contract/index.ts';
import type { BentRequest } from './bending.ts';
import { jsonOf } from './bend.ts';

const BASE = /^\/api\/v1\/[^/?]+\/(?<workspace>[^/?]+)\/(?<entityName>[^/?]+)(?:\/(?<last>[^/?]+))?(?:\?|$)/;

/** The operation that a request calls and its path parameters. */
export interface Asked {
  readonly operationId: OperationId;
  readonly workspace: string;
  readonly entityName: string;
  /** `undefined` if the path has no id. */
  readonly id: string | undefined;
}

/** Parses a request's method and path. Returns `undefined` if they match no operation. */
export function asked({ method, path }: BentRequest): Asked | undefined {
  const { workspace, entityName, last } = BASE.exec(path)?.groups ?? {};
  if (workspace === undefined || entityName === undefined) return undefined;
  const shape = last === undefined ? '/{entityName}' : last === 'bulk' ? '/{entityName}/bulk' : '/{entityName}/{id}';
  const operationId = contract.operationIds.find(
    (each) => contract.operations[each].method === method && contract.operations[each].path === shape,
  );
  if (operationId === undefined) return undefined;
  return { operationId, workspace, entityName, id: last === 'bulk' ? undefined : last };
}

/** Whether a request calls one of the given operations. */
export function asksFor(request: BentRequest, ...wanted: readonly OperationId[]): boolean {
  const operationId = asked(request)?.operationId;
  return operationId !== undefined && wanted.includes(operationId);
}

/** Whether a request calls an operation that writes. */
export function asksToWrite(request: BentRequest): boolean {
  const operationId = asked(request)?.operationId;
  return operationId !== undefined && contract.operations[operationId].write;
}

/** Returns the record values in a request's body, or an empty object if the body is not a JSON object. */
export function valuesOf({ body }: BentRequest): Readonly<Record<string, unknown>> {
  return jsonOf(body) ?? {};
}

/** Returns the batch items in a request's body. */
export function itemsOf({ body }: BentRequest): readonly unknown[] {
  const items = jsonOf(`{"items":${body}}`)?.items;
  return Array.isArray(items) ? items : [];
}

/** Returns the same request with a different body. */
export function withBody(request: BentRequest, body: unknown): BentRequest {
  return { ...request, body: JSON.stringify(body) };
}

/** Returns the id of the record in a response body. */
export function idIn(body: string): string | undefined {
  const data = jsonOf(body)?.data;
  return isObject(data) && typeof data.id === 'number' ? String(data.id) : undefined;
}
