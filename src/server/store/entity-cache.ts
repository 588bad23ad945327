import type { EntityDefinition } from '../../workspace/index.ts';

/** Remembers the entities of workspaces, which never change once they are there. */
export class EntityCache {
  readonly #known = new Map<string, readonly EntityDefinition[]>();

  /** The entities of a workspace; they are read where they are not known. */
  async of(
    workspace: string,
    read: () => readonly EntityDefinition[] | Promise<readonly EntityDefinition[]>,
  ): Promise<readonly EntityDefinition[]> {
    const known = this.#known.get(workspace);
    if (known !== undefined) return known;
    const entities = await read();
    // A workspace that is not there may come to be.
    if (entities.length > 0) this.#known.set(workspace, entities);
    return entities;
  }
}
