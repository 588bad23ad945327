import type { MediaType, OperationId } from '../../../generated/client-table.ts';
import type { operations as Operations } from '../../../generated/openapi-types.ts';

/**
 * What an operation is called with: its path parameters, its query parameters and its `body`, side by side.
 * An `id` may be the number that the API answers.
 */
export type InputOf<Id extends OperationId> = PathOf<Id> & QueryOf<Id> & BodyOf<Id>;

/** An input, sorted into the places of a request. */
interface SortedInput {
  readonly params: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
  };
  readonly body: unknown;
}

/** Sorts an input: `body` is the body, what some path of the contract names belongs to the path, and the rest is the query. */
export function sortInput(input: Readonly<Record<string, unknown>>): SortedInput {
  const { body, entityName, id, ...query } = input ?? {};
  // The compiler asks for every parameter that some path has: by name, as a table of them would be downloaded by every user.
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
