import type { RelationsOf, WorkspaceTypes } from './workspace-types.ts';

/** What `fields` and `expand` are: lists of paths. */
export type Paths = readonly string[];

/**
 * A record with the columns that `fields` chose and the relations that `expand` added. Without them, it is the generated record. If
 * the compiler does not know the items of a list, any of these members may be missing.
 */
export type ShownRecord<
  W extends WorkspaceTypes<W>,
  E extends keyof W,
  Expand extends Paths = [],
  Fields extends Paths = [],
> = [Expand[number], Fields[number]] extends [never, never]
  ? W[E]['record']
  : E extends keyof W
    ? [IsKnown<Expand>, IsKnown<Fields>] extends [true, true]
      ? Show<W, E, Expand[number], Fields[number]>
      : MaybeMissing<Show<W, E, Expand[number], number extends Fields['length'] ? never : Fields[number]>>
    : never;

/** Whether each item of a list is one known string. */
type IsKnown<List extends Paths> = number extends List['length']
  ? false
  : true extends { readonly [Index in keyof List]: IsUnion<List[Index]> }[number]
    ? false
    : true;

type IsUnion<Item, Whole = Item> = Item extends unknown ? ([Whole] extends [Item] ? false : true) : never;

type MaybeMissing<Record> = Record extends unknown
  ? { readonly [Name in keyof Record as Name extends 'id' ? Name : never]: Record[Name] } & {
      readonly [Name in keyof Record as Name extends 'id' ? never : Name]?: Record[Name];
    }
  : never;

// `Expand` and `Fields` are now unions of paths, relative to the entity.
type Show<W extends WorkspaceTypes<W>, E, Expand, Fields> = E extends keyof W
  ? {
      readonly [
        Name in Kept<keyof W[E]['record'] | (Head<Expand> & keyof RelationsOf<W, E>), Fields>
      ]: Name extends Head<Expand> & keyof RelationsOf<W, E>
        ? Related<W, RelationsOf<W, E>[Name], Tail<Expand, Name>, Tail<Fields, Name>>
        : Name extends keyof W[E]['record']
          ? W[E]['record'][Name]
          : never;
    }
  : never;

type Kept<Names, Fields> = [Fields] extends [never] ? Names : Names & ('id' | Head<Fields>);

// Distributes over a link that can be null.
type Related<W extends WorkspaceTypes<W>, Link, Expand, Fields> = Link extends readonly (infer Name)[]
  ? readonly ShownThere<W, Name, Expand, Fields>[]
  : Link extends null
    ? null
    : ShownThere<W, Link, Expand, Fields>;

/** The generated record has a name that editors show, so prefer it. */
type ShownThere<W extends WorkspaceTypes<W>, E, Expand, Fields> = [Expand, Fields] extends [never, never]
  ? E extends keyof W
    ? W[E]['record']
    : never
  : Show<W, E, Expand, Fields>;

type Head<Path> = Path extends `${infer Name}.${string}` ? Name : Path;

type Tail<Path, Name> = Name extends string ? (Path extends `${Name}.${infer Rest}` ? Rest : never) : never;
