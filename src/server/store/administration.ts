import type { AccessMode, Definition, KeyDefinition } from '../../workspace/index.ts';

/** How a workspace is called: by its organization and its slug, or by its slug where no other organization has one. */
export interface WorkspaceName {
  readonly organization?: string | undefined;
  readonly slug: string;
}

/** What an administrator sees of a workspace. */
export interface WorkspaceSummary {
  readonly organization: string;
  readonly workspace: string;
  readonly mode: AccessMode;
  /** The names of its entities. */
  readonly entities: readonly string[];
  /** How many keys it has, those that are no longer valid too. */
  readonly keys: number;
}

/** What an administrator sees of a key. The key itself is not kept anywhere. */
export interface KeySummary {
  readonly organization: string;
  readonly workspace: string;
  /** Unique in its workspace. */
  readonly name: string;
  /** Its first characters. */
  readonly prefix: string;
  readonly permission: KeyDefinition['permission'];
  /** From when on it is no longer valid; `undefined` where it never expires. */
  readonly expiresAt: Date | undefined;
  readonly revoked: boolean;
}

/** A key that was made just now, in clear for the only time. */
export interface IssuedKey extends KeySummary {
  readonly key: string;
}

/** Shows a new key to whoever asked for it. If it throws, the key is not created. */
export type ShowKey = (key: IssuedKey) => void;

/** What is decided about a key when it is made. */
export type NewKey = Pick<KeySummary, 'name' | 'permission' | 'expiresAt'>;

/**
 * What an administrator does with the workspaces and keys of a database, while any number of servers work on it: each of them
 * obeys from its next request on. Every method is one transaction.
 * @throws {AdministrationError} where what is asked for can not be done
 * @throws {DataPlaceError} where the database can not be used
 */
export interface Administration {
  /** Creates all workspaces of a definition, or none where one of them is there. */
  createWorkspaces(definition: Definition): Promise<readonly WorkspaceSummary[]>;

  listWorkspaces(): Promise<readonly WorkspaceSummary[]>;

  findWorkspace(workspace: WorkspaceName): Promise<WorkspaceSummary>;

  /** Gives the workspace as it was before. */
  changeMode(workspace: WorkspaceName, mode: AccessMode): Promise<WorkspaceSummary>;

  /** Calls `show` once, as the last step before the change counts, so that a key that could not be shown is not created. */
  createKey(workspace: WorkspaceName, key: NewKey, show?: ShowKey): Promise<IssuedKey>;

  /** The keys of a workspace, or of all. */
  listKeys(workspace?: WorkspaceName): Promise<readonly KeySummary[]>;

  /**
   * Replaces a key with a new one. `expiresAt` is unchanged if it is `undefined`, and removed if it is null. Calls `show` as
   * `createKey` does; if it throws, the old key remains valid.
   */
  rotateKey(workspace: WorkspaceName, name: string, expiresAt?: Date | null, show?: ShowKey): Promise<IssuedKey>;

  /** Makes a key invalid for ever, and gives it as it was before. */
  revokeKey(workspace: WorkspaceName, name: string): Promise<KeySummary>;

  /** Lets go of the database. Nothing can be asked afterwards. */
  close(): Promise<void>;
}
