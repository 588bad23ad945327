import type { OperationId, ScenarioName } from '../contract/index.ts';
import type { ColumnDefinition, EntityDefinition, Relation, WorkspaceDefinition } from '../workspace/portable/index.ts';
import { allRelationsOf } from '../workspace/portable/index.ts';

/** What a workspace says about one of its entities, beyond its columns. */
export interface EntityFacts {
  readonly entity: EntityDefinition;
  readonly unique: readonly ColumnDefinition[];
  /** The columns that reference an entity, and that entity. */
  readonly references: readonly { readonly column: ColumnDefinition; readonly to: EntityDefinition }[];
  /** The columns of any entity that reference this one, and their entity. */
  readonly referencedBy: readonly { readonly column: ColumnDefinition; readonly of: EntityDefinition }[];
  readonly relations: readonly Relation[];
}

/** Collects what a workspace says about one of its entities. */
export function factsOf(workspace: Pick<WorkspaceDefinition, 'entities'>, entity: EntityDefinition): EntityFacts {
  return {
    entity,
    unique: entity.columns.filter(({ unique }) => unique === true),
    references: entity.columns.flatMap((column) =>
      workspace.entities.filter(({ name }) => name === column.references).map((to) => ({ column, to })),
    ),
    referencedBy: workspace.entities.flatMap((of) =>
      of.columns.filter(({ references }) => references === entity.name).map((column) => ({ column, of })),
    ),
    relations: allRelationsOf(workspace, entity),
  };
}

/** What an entity must have so that a scenario can happen to it. Any other scenario can happen to every entity. */
const needs: Readonly<Partial<Record<ScenarioName, (facts: EntityFacts) => boolean>>> = {
  // The path names the entity, so it exists.
  entityNotFound: () => false,
  uniqueConstraintViolation: ({ unique }) => unique.length > 0,
  foreignKeyViolation: ({ references }) => references.length > 0,
  recordReferenced: ({ referencedBy }) => referencedBy.length > 0,
};

/** Whether a scenario can happen to an entity. */
export function canHappen(facts: EntityFacts, scenario: ScenarioName): boolean {
  return needs[scenario]?.(facts) ?? true;
}

/** The scenarios that a request for one item of a batch would have met, by the operation of the batch. */
const itemOperations: Readonly<Partial<Record<OperationId, OperationId>>> = {
  bulkCreateRecords: 'createRecord',
  bulkUpdateRecords: 'updateRecord',
  bulkDeleteRecords: 'deleteRecord',
};

/** Returns the operation that does for one record what a bulk operation does for several. */
export function itemOperationOf(operation: OperationId): OperationId | undefined {
  return itemOperations[operation];
}
