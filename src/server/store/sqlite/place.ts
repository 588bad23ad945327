import type { EntityDefinition } from '../../../workspace/index.ts';
import type { Collection } from '../store.ts';
import type { Connection } from './connection.ts';

/** Where records are: a collection, the connection to its database, and all entities of its workspace. */
export interface Place {
  readonly connection: Connection;
  readonly collection: Collection;
  readonly entities: readonly EntityDefinition[];
}
