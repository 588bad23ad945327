import type { OperationId } from '../../src/contract/index.ts';
import { contract, isObject } from '../../src/contract/index.ts';
import type { BentRequest } from './bending.ts';
import { jsonOf } from './bend.ts';

const BASE = /^\/api\/v1\/[^/?]+\/(?<workspace>[^/?]+)\/(?<entityName>[^/?]+)(?:\/(?<last>[^/?]+))?(?:\?|$)/;

/** What a request asks for, read from its path. */
export interface Asked {
  readonly operationId: OperationId;
  readonly workspace: string;
  readonly entityName: string;
  /** `undefined` where the path has none. */
  readonly id: string | undefined;
}

/** What a request asks for; `undefined` where it is no operation. */
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

/** Whether a request asks for one of some operations. */
export function asksFor(request: BentRequest, ...wanted: readonly OperationId[]): boolean {
  const operationId = asked(request)?.operationId;
  return operationId !== undefined && wanted.includes(operationId);
}

/** Whether a request asks for an operation that writes. */
export function asksToWrite(request: BentRequest): boolean {
  const operationId = asked(request)?.operationId;
  return operationId !== undefined && contract.operations[operationId].write;
}

/** The values of the record in the body of a request; none where it is no JSON object. */
export function valuesOf({ body }: BentRequest): Readonly<Record<string, unknown>> {
  return jsonOf(body) ?? {};
}

/** The items of the batch in the body of a request. */
export function itemsOf({ body }: BentRequest): readonly unknown[] {
  const items = jsonOf(`{"items":${body}}`)?.items;
  return Array.isArray(items) ? items : [];
}

/** The same request with other values. */
export function withBody(request: BentRequest, body: unknown): BentRequest {
  return { ...request, body: JSON.stringify(body) };
}

/** The id of the record that an answer carries. */
export function idIn(body: string): string | undefined {
  const data = jsonOf(body)?.data;
  return isObject(data) && typeof data.id === 'number' ? String(data.id) : undefined;
}
