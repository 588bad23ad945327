import type { AccessMode, Definition } from '../../../workspace/index.ts';
import type {
  Administration,
  ComparedWorkspaces,
  IssuedKey,
  KeySummary,
  NewKey,
  ShowKey,
  WorkspaceName,
  WorkspaceSummary,
  WorkspaceUpdate,
} from '../administration.ts';
import { newKey } from '../new-key.ts';
import { createKey, listKeys, revokeKey, rotateKey } from './key-scripts.ts';
import type { OwnTables } from './own-tables.ts';
import type { Script } from './script.ts';
import { compareWorkspaces, updateWorkspaces } from './update-scripts.ts';
import type { FoundWorkspace } from './workspace-scripts.ts';
import { changeMode, createWorkspaces, listWorkspaces, requireWorkspace } from './workspace-scripts.ts';

/** Runs the scripts of an administration. */
export interface ScriptRunner {
  readonly tables: OwnTables;
  /** Runs a script in one transaction, and rolls back if it throws. `begin` returns a new script for every attempt. */
  transaction<Result>(begin: () => Script<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** The administration of a database, independent of its kind. */
export class ScriptedAdministration implements Administration {
  readonly #runner: ScriptRunner;
  readonly #tables: OwnTables;
  readonly #now: () => Date;

  constructor(runner: ScriptRunner, now: () => Date) {
    this.#runner = runner;
    this.#tables = runner.tables;
    this.#now = now;
  }

  async createWorkspaces(definition: Definition): Promise<readonly WorkspaceSummary[]> {
    await this.#runner.transaction(() => createWorkspaces(this.#tables, definition));
    return definition.workspaces.map(({ slug, mode, entities, keys }) => ({
      organization: definition.organization,
      workspace: slug,
      mode,
      entities: entities.map(({ name }) => name),
      keys: keys.length,
    }));
  }

  async compareWorkspaces(definition: Definition): Promise<readonly ComparedWorkspaces[]> {
    return this.#runner.transaction(() => compareWorkspaces(this.#tables, definition));
  }

  async updateWorkspaces(definition: Definition): Promise<readonly WorkspaceUpdate[]> {
    return this.#runner.transaction(() => updateWorkspaces(this.#tables, definition));
  }

  async listWorkspaces(): Promise<readonly WorkspaceSummary[]> {
    return (await this.#runner.transaction(() => listWorkspaces(this.#tables))).map(toSummary);
  }

  async findWorkspace(workspace: WorkspaceName): Promise<WorkspaceSummary> {
    return toSummary(await this.#runner.transaction(() => requireWorkspace(this.#tables, workspace)));
  }

  async changeMode(workspace: WorkspaceName, mode: AccessMode): Promise<WorkspaceSummary> {
    return toSummary(await this.#runner.transaction(() => changeMode(this.#tables, workspace, mode)));
  }

  async createKey(workspace: WorkspaceName, requested: NewKey, show?: ShowKey): Promise<IssuedKey> {
    const key = newKey();
    return this.#issue(() => createKey(this.#tables, workspace, requested, key), show);
  }

  async listKeys(workspace?: WorkspaceName): Promise<readonly KeySummary[]> {
    return this.#runner.transaction(() => listKeys(this.#tables, workspace));
  }

  async rotateKey(workspace: WorkspaceName, name: string, expiresAt?: Date | null, show?: ShowKey): Promise<IssuedKey> {
    const change = { key: newKey(), expiresAt, now: this.#now() };
    return this.#issue(() => rotateKey(this.#tables, workspace, name, change), show);
  }

  async revokeKey(workspace: WorkspaceName, name: string): Promise<KeySummary> {
    return this.#runner.transaction(() => revokeKey(this.#tables, workspace, name));
  }

  async close(): Promise<void> {
    await this.#runner.close();
  }

  /** Shows the key only once: a transaction may be attempted several times, always with the same key. */
  #issue(begin: () => Script<IssuedKey>, show: ShowKey | undefined): Promise<IssuedKey> {
    let isShown = show === undefined;
    return this.#runner.transaction(function* () {
      const issued = yield* begin();
      if (!isShown) show?.(issued);
      isShown = true;
      return issued;
    });
  }
}

/** Removes the id, which is internal to the database. */
function toSummary({ id: _id, ...summary }: FoundWorkspace): WorkspaceSummary {
  return summary;
}
