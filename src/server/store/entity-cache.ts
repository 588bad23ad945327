import type { EntityDefinition } from '../../workspace/index.ts';

/** The entities of a workspace, and how often they were changed before. */
export interface EntityRevision {
  readonly entities: readonly EntityDefinition[];
  readonly revision: number;
}

/** Caches the entities of workspaces until an administrator changes them. */
export class EntityCache {
  readonly #cached = new Map<string, EntityRevision>();

  /** Returns the entities of a workspace. Reads them if they are not cached, or only those before `revision` are. */
  async of(
    workspace: string,
    revision: number,
    read: () => EntityRevision | undefined | Promise<EntityRevision | undefined>,
  ): Promise<readonly EntityDefinition[]> {
    const cached = this.#cached.get(workspace);
    if (cached !== undefined && cached.revision >= revision) return cached.entities;
    const found = await read();
    // A workspace that does not exist may be created later, so its absence is not cached.
    if (found === undefined) return [];
    this.#cached.set(workspace, found);
    return found.entities;
  }
}
