import type { AccessMode } from './access-mode.ts';
import type { ColumnConstraint } from './constraint.ts';

/** What the values of a column are. Columns that reference another entity are `INTEGER`. */
export type ColumnType = 'TEXT' | 'INTEGER' | 'DECIMAL' | 'BOOLEAN' | 'DATE' | 'TIMESTAMP';

/** One column of an entity. */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  /** Whether it may be null; true by default. */
  readonly nullable?: boolean;
  /** Whether no two records may have the same value; false by default. Nulls never equal each other. */
  readonly unique?: boolean;
  /** How many characters (code points) a `TEXT` has at most; 255 by default. */
  readonly length?: number;
  /** How many digits a `DECIMAL` has after its point at most; 2 by default. */
  readonly scale?: number;
  /** The entity whose records the values are ids of. */
  readonly references?: string;
  readonly constraints?: readonly ColumnConstraint[];
}

/** One entity: what the API calls it, the table that holds it, and its columns (`id` is generated and not among them). */
export interface EntityDefinition {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly ColumnDefinition[];
}

/** An API key of a workspace, in clear: only a definition file has it, never a store. */
export interface KeyDefinition {
  /** What people call it, `readWrite` for example; unique in its workspace. */
  readonly name: string;
  readonly key: string;
  readonly permission: 'READ_WRITE' | 'READ_ONLY';
  /** From when on it is no longer valid (RFC 3339); never by default. */
  readonly expiresAt?: string;
  readonly revoked?: boolean;
}

/** One workspace of an organization. */
export interface WorkspaceDefinition {
  readonly slug: string;
  readonly mode: AccessMode;
  readonly entities: readonly EntityDefinition[];
  readonly keys: readonly KeyDefinition[];
  /** The records to begin with, by entity. Their ids are 1, 2, 3 … in this order. */
  readonly records?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** What a definition file says: an organization and its workspaces. */
export interface Definition {
  readonly organization: string;
  readonly workspaces: readonly WorkspaceDefinition[];
}
