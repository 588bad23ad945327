import type { AccessMode, Definition } from '../../../workspace/index.ts';
import type {
  Administration,
  IssuedKey,
  KeySummary,
  NewKey,
  ShowKey,
  WorkspaceName,
  WorkspaceSummary,
} from '../administration.ts';
import { newKey } from '../new-key.ts';
import { createKey, listKeys, revokeKey, rotateKey } from './key-scripts.ts';
import type { OwnTables } from './own-tables.ts';
import type { Script } from './script.ts';
import type { FoundWorkspace } from './workspace-scripts.ts';
import { changeMode, createWorkspaces, listWorkspaces, requireWorkspace } from './workspace-scripts.ts';

/** What runs the scripts of an administration. */
export interface ScriptRunner {
  readonly tables: OwnTables;
  /** Does all of a script in one transaction or, when it throws, nothing of it; `begin` gives it, anew for every attempt. */
  transaction<Result>(begin: () => Script<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** The administration of a database, whichever it is. */
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

  async listWorkspaces(): Promise<readonly WorkspaceSummary[]> {
    return (await this.#runner.transaction(() => listWorkspaces(this.#tables))).map(toSummary);
  }

  async findWorkspace(workspace: WorkspaceName): Promise<WorkspaceSummary> {
    return toSummary(await this.#runner.transaction(() => requireWorkspace(this.#tables, workspace)));
  }

  async changeMode(workspace: WorkspaceName, mode: AccessMode): Promise<WorkspaceSummary> {
    return toSummary(await this.#runner.transaction(() => changeMode(this.#tables, workspace, mode)));
  }

  async createKey(workspace: WorkspaceName, wanted: NewKey, show?: ShowKey): Promise<IssuedKey> {
    const key = newKey();
    return this.#issue(() => createKey(this.#tables, workspace, wanted, key), show);
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

  /** A transaction can be attempted several times; the key is the same every time, so it is shown only once. */
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

/** The id is the database's own affair. */
function toSummary({ id: _id, ...summary }: FoundWorkspace): WorkspaceSummary {
  return summary;
}
