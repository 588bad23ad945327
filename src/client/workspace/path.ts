import type { ColumnOf, RelationsOf, WorkspaceTypes } from './workspace-types.ts';

/** The entity that a relation leads to. */
export type TargetOf<Link> = Link extends readonly (infer Name)[] ? Name : Exclude<Link, null>;

/**
 * `Path` itself if it is a path of `expand`: a relation, or relations separated by dots. Otherwise what it could be, for messages and
 * completions. Looks only at what is written: a union of all paths would take minutes.
 */
export type ExpandPath<W extends WorkspaceTypes<W>, E, Path> = Path extends SixNames
  ? 'at most five relations'
  : Checked<Path, PathIn<W, E, Path, 'expand'>>;

/** `Path` itself if it is a path of `fields`: a path of `expand`, a column, or both with a dot in between. */
export type FieldPath<W extends WorkspaceTypes<W>, E, Path> = Path extends `${SixNames}.${string}`
  ? 'at most five relations and a column'
  : Checked<Path, PathIn<W, E, Path, 'fields'>>;

type Checked<Path, Possible> = Path extends Possible ? Path : Possible;

/** The server allows five relations. The limit also ends the recursion of the compiler. */
type SixNames = `${string}.${string}.${string}.${string}.${string}.${string}`;

type PathIn<W extends WorkspaceTypes<W>, E, Path, Use> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof RelationsOf<W, E>
    ? `${Head}.${PathIn<W, TargetOf<RelationsOf<W, E>[Head]>, Rest, Use> & string}`
    : NamesIn<W, E, Use>
  : NamesIn<W, E, Use>;

type NamesIn<W extends WorkspaceTypes<W>, E, Use> =
  (keyof RelationsOf<W, E> & string) | (Use extends 'fields' ? (E extends keyof W ? ColumnOf<W, E> : never) : never);
