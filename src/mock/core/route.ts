import type { OperationId, ScenarioFailure } from '../../contract/index.ts';
import { contract, fail } from '../../contract/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import { tryDecode } from './percent.ts';

/** What stands before `/{orgSlug}` in every path. */
export const BASE_PATH: string = contract.servers.mock.basePath;

/** Which operation a path and a method name, and for what. The texts are as they were sent, not yet decoded. */
export interface Route {
  readonly operationId: OperationId;
  readonly organization: string;
  readonly workspace: string;
  readonly entityName: string;
  /** Empty where the operation's path has none. */
  readonly id: string;
}

/**
 * Finds the operation of a request. A path that is none is `routeNotFound`; a path that is one, but not by this method, is
 * `badRequest`. A literal segment goes before a placeholder, so `/Customer/bulk` is no record where the method has a batch.
 */
export function findRoute(method: string, path: string): Route {
  if (!path.startsWith(`${BASE_PATH}/`)) throw routeNotFound();
  const [organization = '', workspace = '', entityName = '', ...rest] = path.slice(BASE_PATH.length + 1).split('/');
  if ([organization, workspace, entityName, ...rest].includes('')) throw routeNotFound();
  const onPath = contract.operationIds.filter((operationId) =>
    matches(contract.operations[operationId].path, [entityName, ...rest]),
  );
  if (onPath.length === 0) throw routeNotFound();
  // HEAD is answered as GET is, but without a body (RFC 9110, section 9.3.2).
  const wanted = method === 'HEAD' ? 'GET' : method;
  const [operationId] = onPath
    .filter((each) => contract.operations[each].method === wanted)
    .sort((one, other) => placeholders(one) - placeholders(other));
  if (operationId === undefined) throw fail('badRequest', { message: wrongMethod(method, onPath) });
  return { operationId, organization, workspace, entityName, id: rest[0] ?? '' };
}

/** In the contract's words, and with a path that is right: what was forgotten is mostly what stands before `/{entityName}`. */
function routeNotFound(): ScenarioFailure {
  const right = `${BASE_PATH}/${demoDefinition.organization}/sales/Customer`;
  return fail('routeNotFound', {
    message: `${contract.scenarios.routeNotFound.example}; a path that one has is ${right}`,
  });
}

function matches(template: string, segments: readonly string[]): boolean {
  const expected = template.split('/').slice(1);
  return (
    expected.length === segments.length &&
    expected.every((part, index) => part.startsWith('{') || part === tryDecode(segments[index] ?? ''))
  );
}

function placeholders(operationId: OperationId): number {
  return contract.operations[operationId].path.split('{').length;
}

function wrongMethod(method: string, onPath: readonly OperationId[]): string {
  const methods = new Set(onPath.map((operationId) => contract.operations[operationId].method));
  return `This path does not take ${method}; it takes ${[...methods].join(', ')}`;
}
