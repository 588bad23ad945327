import type { EntityDefinition } from '../workspace/index.ts';

/** The names of the types of one entity. */
export interface TypeNames {
  readonly record: string;
  readonly create: string;
  readonly update: string;
}

/**
 * Returns the names of the types of each entity: `TicketRecord`, `NewTicket` and `TicketChanges`. Two entities can lead to the same
 * name: `NewXRecord` is a record of `NewX`, and a new record of `XRecord`. The later one then gets an underscore.
 */
export function typeNames(entities: readonly EntityDefinition[]): ReadonlyMap<EntityDefinition, TypeNames> {
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    if (taken.has(wanted)) return free(`${wanted}_`);
    taken.add(wanted);
    return wanted;
  };
  return new Map(
    entities.map((entity) => {
      const name = `${entity.name.slice(0, 1).toUpperCase()}${entity.name.slice(1)}`;
      return [entity, { record: free(`${name}Record`), create: free(`New${name}`), update: free(`${name}Changes`) }];
    }),
  );
}
