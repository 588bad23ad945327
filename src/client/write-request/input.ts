import type { MediaType, OperationId } from '../../../generated/client-table.ts';
import type { operations as Operations } from '../../../generated/openapi-types.ts';

/**
 * The input of an operation: its path parameters, its query parameters and its `body` in one object. An `id` may be a number,
 * as the API returns it.
 */
export type InputOf<Id extends OperationId> = PathOf<Id> & QueryOf<Id> & BodyOf<Id>;

/** An input, split into the parts of a request. */
interface SortedInput {
  readonly params: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
  };
  readonly body: unknown;
}

/** Splits an input: `body` is the body, names of path parameters go into the path, and the rest is the query. */
export function sortInput(input: Readonly<Record<string, unknown>>): SortedInput {
  const { body, entityName, id, ...query } = input ?? {};
  // The compiler requires every path parameter here. They are listed by name because a table of them would add to the bundle.
  const path: Readonly<Record<PathParameter, unknown>> = { entityName, id };
  return { params: { path, query }, body };
}

type PathParameter = { [Id in OperationId]: keyof Operations[Id]['parameters']['path'] }[OperationId];

type PathOf<Id extends OperationId> = Operations[Id]['parameters']['path'] extends infer Path
  ? { [Name in keyof Path]: Name extends 'id' ? Path[Name] | number : Path[Name] }
  : never;

type QueryOf<Id extends OperationId> = Operations[Id]['parameters'] extends { readonly query?: infer Query }
  ? [NonNullable<Query>] extends [never]
    ? unknown
    : NonNullable<Query>
  : unknown;

type BodyOf<Id extends OperationId> = Operations[Id] extends {
  readonly requestBody: { readonly content: Readonly<Record<MediaType, infer Body>> };
}
  ? { readonly body: Body }
  : unknown;
