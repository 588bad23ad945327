import type { OperationId, ScenarioFailure } from '../contract/index.ts';
import { contract, fail } from '../contract/index.ts';
import type { Definition } from '../workspace/portable/index.ts';
import type { MockRequest } from './mock-request.ts';
import { tryDecode } from './percent.ts';

/** The part of every path before `/{orgSlug}` on the mock. */
export const BASE_PATH: string = contract.servers.mock.basePath;

/** The operation that a method and a path name, and the parts of the path. The parts are not decoded yet. */
export interface Route {
  readonly operationId: OperationId;
  readonly organization: string;
  readonly workspace: string;
  readonly entityName: string;
  /** Empty if the operation's path has no id. */
  readonly id: string;
}

/**
 * Finds the operation of a request. An unknown path is `routeNotFound`; a known path with an unsupported method is `badRequest`.
 * A literal segment takes precedence over a placeholder: `/Customer/bulk` is the batch if the method has one, not a record.
 */
export function findRoute(
  { method, path, basePath = BASE_PATH }: Pick<MockRequest, 'method' | 'path' | 'basePath'>,
  definition: Definition,
): Route {
  if (!path.startsWith(`${basePath}/`)) throw routeNotFound(basePath, definition);
  const [organization = '', workspace = '', entityName = '', ...rest] = path.slice(basePath.length + 1).split('/');
  if ([organization, workspace, entityName, ...rest].includes('')) throw routeNotFound(basePath, definition);
  const onPath = contract.operationIds.filter((operationId) =>
    matches(contract.operations[operationId].path, [entityName, ...rest]),
  );
  if (onPath.length === 0) throw routeNotFound(basePath, definition);
  // HEAD gets the same response as GET, without the body (RFC 9110, section 9.3.2).
  const wanted = method === 'HEAD' ? 'GET' : method;
  const [operationId] = onPath
    .filter((each) => contract.operations[each].method === wanted)
    .sort((one, other) => placeholders(one) - placeholders(other));
  if (operationId === undefined) throw fail('badRequest', { message: wrongMethod(method, onPath) });
  return { operationId, organization, workspace, entityName, id: rest[0] ?? '' };
}

/** Adds a valid path to the contract's message, because most callers forgot the part before `/{entityName}`. */
function routeNotFound(basePath: string, { organization, workspaces: [first] }: Definition): ScenarioFailure {
  const right = [basePath, organization, first?.slug, first?.entities[0]?.name].join('/');
  return fail('routeNotFound', {
    message: `${contract.scenarios.routeNotFound.example}; an example of a valid path is ${right}`,
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
  return `This path does not support ${method}; use ${[...methods].join(' or ')}`;
}
