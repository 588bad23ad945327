import type { EntityDefinition } from '../../workspace/index.ts';

/** Caches the entities of workspaces, which never change after a workspace is created. */
export class EntityCache {
  readonly #cached = new Map<string, readonly EntityDefinition[]>();

  /** Returns the entities of a workspace, and reads them if they are not cached. */
  async of(
    workspace: string,
    read: () => readonly EntityDefinition[] | Promise<readonly EntityDefinition[]>,
  ): Promise<readonly EntityDefinition[]> {
    const cached = this.#cached.get(workspace);
    if (cached !== undefined) return cached;
    const entities = await read();
    // A workspace that does not exist may be created later, so an empty result is not cached.
    if (entities.length > 0) this.#cached.set(workspace, entities);
    return entities;
  }
}
