import type { MediaType, OperationId } from '../../../generated/client-table.ts';
import type { operations as Operations } from '../../../generated/openapi-types.ts';

/**
 * The input of an operation: its path parameters, its query parameters and its `body` in one object. An `id` may be a number,
 * as the API returns it.
 */
export type InputOf<Id extends OperationId> = PathOf<Id> & QueryOf<Id> & BodyOf<Id>;

/** The input of a call with a certain body, each value of which JSON can represent. */
export type InputWith<Id extends OperationId, Body> = PathOf<Id> &
  QueryOf<Id> &
  (BodyOf<Id> extends { readonly body: unknown } ? { readonly body: Body & Json<Body> } : unknown);

/** What the body of an operation must be at least. Without index signatures, which no `interface` has. */
export type BodyLike<Id extends OperationId> =
  BodyOf<Id> extends { readonly body: infer Body }
    ? Body extends readonly (infer Item)[]
      ? readonly RecordLike<Item>[]
      : RecordLike<Body>
    : unknown;

type RecordLike<Type> = Type extends object
  ? { [Name in keyof Type as string extends Name ? never : Name]: Type[Name] } & { readonly [Symbol.iterator]?: never }
  : Type;

// A `Date` would be read back as text, and functions and symbols would be dropped.
type Json<Type> = Type extends Date | bigint | symbol | ((...values: never) => unknown)
  ? never
  : Type extends object
    ? { [Name in keyof Type]: Json<Type[Name]> }
    : Type;

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
    : { [Name in keyof NonNullable<Query>]: ParameterOf<Name, NonNullable<Query>[Name]> | undefined }
  : unknown;

/** Values of filters may be given as numbers and booleans. */
type ParameterOf<Name, Value> = Name extends 'filter'
  ? { readonly [field: string]: string | number | boolean | undefined }
  : Value;

type BodyOf<Id extends OperationId> = Operations[Id] extends {
  readonly requestBody: { readonly content: Readonly<Record<MediaType, infer Body>> };
}
  ? { readonly body: Body }
  : unknown;
