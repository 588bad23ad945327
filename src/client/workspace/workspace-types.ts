/** What the compiler knows about one entity: a member of the `Workspace` that `workspace-api types` writes. */
export interface EntityTypes {
  /** A record as the API returns it. */
  readonly record: { readonly id: number };
  /** The values of a new record. */
  readonly create: object;
  /** The changes of a record. */
  readonly update: object;
  /** The entities that its relations lead to: `'Person'`, `'Person' | null`, or `readonly 'Person'[]` for any number of records. */
  readonly relations: object;
  /** Its text columns. */
  readonly text: string;
  /** Its unique columns. */
  readonly unique: string;
  /** Its columns that reference records. */
  readonly references: string;
  /** The columns of all entities that reference its records. */
  readonly referencedBy: string;
}

/**
 * What a generated `Workspace` is. A type parameter is constrained by it: `W extends WorkspaceTypes<W>`, because an interface has no
 * index signature.
 */
export type WorkspaceTypes<W> = { readonly [E in keyof W]: EntityTypes };

/** The names of the entities of a workspace. */
export type EntityName<W> = keyof W & string;

/** The columns of an entity, with its `id`. Of several entities, those that all have. */
export type ColumnOf<W extends WorkspaceTypes<W>, E extends keyof W> = keyof W[E]['record'] & string;

/** The relations of an entity. */
export type RelationsOf<W extends WorkspaceTypes<W>, E> = E extends keyof W ? W[E]['relations'] : never;
