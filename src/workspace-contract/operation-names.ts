import type { OperationId } from '../contract/index.ts';
import type { EntityDefinition } from '../workspace/portable/index.ts';

/** Returns the id of an operation on an entity: `createRecord` on `Ticket` is `createTicket`. */
export type OperationNames = (operation: OperationId, entity: string) => string;

/** Returns the ids of all operations of a workspace, which are unique although names may differ only by their first letter. */
export function operationNames(entities: readonly EntityDefinition[]): OperationNames {
  const capitals = entities.map(({ name }) => capital(name));
  const isAmbiguous = (name: string): boolean => capitals.filter((each) => each === capital(name)).length > 1;
  return (operation, entity) => operation.replace(/Records?$/, isAmbiguous(entity) ? `_${entity}` : capital(entity));
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
