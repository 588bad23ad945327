import type { Attempt } from './admit.ts';
import { admit } from './admit.ts';
import type { Entity } from './entities.ts';
import { entities } from './entities.ts';

/** What an application serves: entities in each of some workspaces, and who may use them. */
export interface Business {
  readonly entities: readonly Entity[];
  readonly workspaces: readonly string[];
  /** Throws if a request is not allowed. */
  admit(attempt: Attempt): void;
}

/** The business of the examples: customers and their orders. */
export const shop: Business = { entities, workspaces: ['sales', 'archive'], admit };
