import type { AccessMode } from './access-mode.ts';
import type { ColumnConstraint } from './constraint.ts';

/** The type of a column's values. Columns that reference another entity are `INTEGER`. */
export type ColumnType = 'TEXT' | 'INTEGER' | 'DECIMAL' | 'BOOLEAN' | 'DATE' | 'TIMESTAMP';

/** One column of an entity. */
export interface ColumnDefinition {
  readonly name: string;
  /** What the values mean, for the people who use the API. */
  readonly description?: string;
  /** A typical value, which satisfies the type and every constraint. */
  readonly example?: unknown;
  readonly type: ColumnType;
  /** Whether it may be null; true by default. */
  readonly nullable?: boolean;
  /** Whether no two records may have the same value; false by default. Nulls never equal each other. */
  readonly unique?: boolean;
  /** The maximum number of characters (code points) of a `TEXT`; 255 by default. */
  readonly length?: number;
  /** The maximum number of decimal places of a `DECIMAL`; 2 by default. */
  readonly scale?: number;
  /** The entity whose record ids the values are. */
  readonly references?: string;
  readonly constraints?: readonly ColumnConstraint[];
}

/** An entity: its name in the API, its table, and its columns. The generated column `id` is not listed. */
export interface EntityDefinition {
  readonly name: string;
  /** What its records are, for the people who use the API. */
  readonly description?: string;
  readonly table: string;
  readonly columns: readonly ColumnDefinition[];
}

/** An API key of a workspace in clear text. Only definition files contain it; stores keep a hash. */
export interface KeyDefinition {
  /** A name for people, such as `readWrite`; unique in the workspace. */
  readonly name: string;
  readonly key: string;
  readonly permission: 'READ_WRITE' | 'READ_ONLY';
  /** When it stops being valid (RFC 3339); never by default. */
  readonly expiresAt?: string;
  readonly revoked?: boolean;
}

/** One workspace of an organization. */
export interface WorkspaceDefinition {
  readonly slug: string;
  readonly mode: AccessMode;
  readonly entities: readonly EntityDefinition[];
  readonly keys: readonly KeyDefinition[];
  /** The initial records by entity. Their ids are 1, 2, 3 … in this order. */
  readonly records?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** The content of a definition file: an organization and its workspaces. */
export interface Definition {
  readonly organization: string;
  readonly workspaces: readonly WorkspaceDefinition[];
}
