import type { InputOf } from '../write-request/input.ts';
import type { Filter, Sort } from './filter.ts';
import type { ExpandPath, FieldPath } from './path.ts';
import type { Paths } from './shown-record.ts';
import type { WorkspaceTypes } from './workspace-types.ts';

/** The name of an entity in an input. */
export interface Named<E> {
  /** The name of the entity. */
  readonly entityName: E;
}

/** Names one record. */
export type OneRecord = Pick<InputOf<'getRecord'>, 'id'>;

/** Names the records of a batch. */
export type ManyRecords = Pick<InputOf<'bulkDeleteRecords'>, 'body'>;

/** What to return of each record. */
export interface Shown<W extends WorkspaceTypes<W>, E extends keyof W, X extends Paths, F extends Paths> {
  /** The columns to return in addition to `id`; `relation.column` selects one of an expanded relation. All by default. */
  readonly fields?: { readonly [Index in keyof F]: FieldPath<W, E, F[Index]> } | undefined;
  /** The relations whose records to add; `relation.relation` goes deeper. None by default. */
  readonly expand?: { readonly [Index in keyof X]: ExpandPath<W, E, X[Index]> } | undefined;
}

/** Which records of an entity to list, and what to return of each. */
export interface ListQuery<W extends WorkspaceTypes<W>, E extends keyof W, X extends Paths, F extends Paths>
  extends Pick<InputOf<'listRecords'>, 'page' | 'size'>, Shown<W, E, X, F> {
  /** The column to sort by and the direction: `title,asc`. */
  readonly sort?: Sort<W, E> | undefined;
  /** Conditions: `{ urgent: true, 'hours.gte': 2 }`. A record must match all of them. */
  readonly filter?: Filter<W, E> | undefined;
}

/** The body that creates one record or many, changes one record, or changes many. */
type Body<W extends WorkspaceTypes<W>, E extends keyof W, Kind extends BodyKind> = {
  readonly create: W[E]['create'];
  readonly update: W[E]['update'];
  readonly createMany: readonly W[E]['create'][];
  readonly updateMany: readonly ({ readonly id: number } & W[E]['update'])[];
}[Kind];

type BodyKind = 'create' | 'update' | 'createMany' | 'updateMany';

/** A body. */
export interface WithBody<W extends WorkspaceTypes<W>, E extends keyof W, Kind extends BodyKind> {
  readonly body: Body<W, E, Kind>;
}

/** A body and the name of its entity. If the name is one of several, the body must be of the same entity. */
export type NamedBody<W extends WorkspaceTypes<W>, E extends keyof W, Kind extends BodyKind> = Named<E> &
  { [Each in E]: Named<Each> & WithBody<W, Each, Kind> }[E];
