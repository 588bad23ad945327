import type { operations as Operations } from '../../generated/openapi-types.ts';
import type { OperationId } from '../contract/index.ts';
import { operations } from '../contract/index.ts';

/**
 * What an operation is called with: its path parameters, its query parameters and its `body`, side by side.
 * An `id` may be the number that the API answers.
 */
export type InputOf<Id extends OperationId> = PathOf<Id> & QueryOf<Id> & BodyOf<Id>;

/** An input, sorted into the places of a request. */
export interface RequestParts {
  readonly params: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
  };
  readonly body: unknown;
}

/** Sorts an input: what the path of the operation names goes there, `body` is the body, the rest is the query. */
export function sortInput(operationId: OperationId, input: Readonly<Record<string, unknown>>): RequestParts {
  const { body, ...parameters } = input;
  const path: Record<string, unknown> = {};
  const query: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    (operations[operationId].path.includes(`{${name}}`) ? path : query)[name] = value;
  }
  return { params: { path, query }, body };
}

type PathOf<Id extends OperationId> = Operations[Id]['parameters']['path'] extends infer Path
  ? { [Name in keyof Path]: Name extends 'id' ? Path[Name] | number : Path[Name] }
  : never;

type QueryOf<Id extends OperationId> = Operations[Id]['parameters'] extends { readonly query?: infer Query }
  ? [NonNullable<Query>] extends [never]
    ? unknown
    : NonNullable<Query>
  : unknown;

type BodyOf<Id extends OperationId> = Operations[Id] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Body } };
}
  ? { readonly body: Body }
  : unknown;
