import type { AccessMode, Definition, Difference, KeyDefinition } from '../../workspace/index.ts';

/** Identifies a workspace by its slug. The organization is required only if several organizations use the same slug. */
export interface WorkspaceName {
  readonly organization?: string | undefined;
  readonly slug: string;
}

/** A workspace as shown to an administrator. */
export interface WorkspaceSummary {
  readonly organization: string;
  readonly workspace: string;
  readonly mode: AccessMode;
  /** The names of its entities. */
  readonly entities: readonly string[];
  /** The number of its keys, including expired and revoked ones. */
  readonly keys: number;
}

/** How a workspace in the database differs from a definition. */
export interface ComparedWorkspaces {
  readonly organization: string;
  readonly workspace: string;
  /** The differences of the definition from the database. */
  readonly differences: readonly Difference[];
}

/** What an update did to a workspace. */
export interface WorkspaceUpdate {
  readonly organization: string;
  readonly workspace: string;
  /** Whether it did not exist before. */
  readonly created: boolean;
  /** What changed, in words; empty if the workspace was up to date, or is new. */
  readonly changes: readonly string[];
}

/** A key as shown to an administrator. The key itself is not stored. */
export interface KeySummary {
  readonly organization: string;
  readonly workspace: string;
  /** Unique in its workspace. */
  readonly name: string;
  /** The first characters of the key. */
  readonly prefix: string;
  readonly permission: KeyDefinition['permission'];
  /** When the key stops being valid. `undefined` if it never expires. */
  readonly expiresAt: Date | undefined;
  readonly revoked: boolean;
}

/** A newly issued key. This is the only time that the key is available in plain text. */
export interface IssuedKey extends KeySummary {
  readonly key: string;
}

/** Shows a new key to the administrator. If it throws, the key is not created. */
export type ShowKey = (key: IssuedKey) => void;

/** The properties of a key that the administrator chooses. */
export type NewKey = Pick<KeySummary, 'name' | 'permission' | 'expiresAt'>;

/**
 * Manages the workspaces and keys of a database, even while servers are using it. A change takes effect with the next request
 * to each server. Every method is one transaction.
 * @throws {AdministrationError} if the requested change is not possible
 * @throws {DataPlaceError} if the database cannot be used
 */
export interface Administration {
  /** Creates all workspaces of a definition, or none of them if one already exists. */
  createWorkspaces(definition: Definition): Promise<readonly WorkspaceSummary[]>;

  /** Compares the workspaces of a definition with those of the same name in the database, and changes nothing. */
  compareWorkspaces(definition: Definition): Promise<readonly ComparedWorkspaces[]>;

  /**
   * Changes the workspaces of a definition to what it says, if that only adds something, and creates those that do not exist. Changes
   * nothing if one of them would lose something, a record breaks a new constraint, or none of them exists.
   */
  updateWorkspaces(definition: Definition): Promise<readonly WorkspaceUpdate[]>;

  listWorkspaces(): Promise<readonly WorkspaceSummary[]>;

  findWorkspace(workspace: WorkspaceName): Promise<WorkspaceSummary>;

  /** Returns the workspace as it was before the change. */
  changeMode(workspace: WorkspaceName, mode: AccessMode): Promise<WorkspaceSummary>;

  /** Calls `show` once, as the last step before the commit, so that a key that could not be shown is not created. */
  createKey(workspace: WorkspaceName, key: NewKey, show?: ShowKey): Promise<IssuedKey>;

  /** Lists the keys of one workspace or, if none is given, of all workspaces. */
  listKeys(workspace?: WorkspaceName): Promise<readonly KeySummary[]>;

  /**
   * Replaces a key with a new one. The expiry stays unchanged if `expiresAt` is `undefined`, and is removed if it is `null`.
   * Calls `show` as `createKey` does. If `show` throws, the old key remains valid.
   */
  rotateKey(workspace: WorkspaceName, name: string, expiresAt?: Date | null, show?: ShowKey): Promise<IssuedKey>;

  /** Revokes a key permanently, and returns it as it was before the change. */
  revokeKey(workspace: WorkspaceName, name: string): Promise<KeySummary>;

  /** Closes the database. No other method can be called afterwards. */
  close(): Promise<void>;
}
