import type { ColumnOf, WorkspaceTypes } from './workspace-types.ts';

/** A column and a direction: `title,asc`. */
export type Sort<W extends WorkspaceTypes<W>, E extends keyof W> = `${ColumnOf<W, E>},${'asc' | 'desc'}`;

/** Conditions by column, `{ title: 'Printer' }`, or by column and operator, `{ 'hours.gte': 2 }`. A record must match all of them. */
export type Filter<W extends WorkspaceTypes<W>, E extends keyof W> = FilterBy<W[E]['record'], W[E]['text']>;

/** The operators that compare a column with one value. */
type Comparison = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte';

// Not null, which would leave the filter out; isNull and isNotNull test for it.
type FilterBy<Record, Text extends string> = {
  readonly [Column in keyof Record & string as Exclude<Column, MemberOfObjects> | `${Column}.${Comparison}`]?:
    NonNullable<Record[Column]> | undefined;
} & {
  readonly [Column in keyof Record & string as `${Column}.in`]?: readonly NonNullable<Record[Column]>[] | undefined;
} & {
  readonly [Column in keyof Record & string as `${Column}.${'isNull' | 'isNotNull'}`]?: boolean | undefined;
} & {
  readonly [Column in Text as `${Column}.like`]?: string | undefined;
};

/** Every object has these, so an optional member such as `toString` would refuse objects without it. `toString.eq` works. */
type MemberOfObjects = keyof typeof Object.prototype;
