import type { EntityDefinition, WorkspaceDefinition } from './definition.ts';

/** One entity's reference to another, by the name under which `expand` and `fields` know it. */
export interface Relation {
  readonly name: string;
  readonly column: string;
  readonly entity: EntityDefinition;
}

/** The relations of an entity. The column `customer_id` makes the relation `customer`. */
export function relationsOf(workspace: WorkspaceDefinition, entity: EntityDefinition): readonly Relation[] {
  return entity.columns.flatMap(({ name, references }) => {
    const referenced = workspace.entities.find((each) => each.name === references);
    return referenced === undefined ? [] : [{ name: name.replace(/_id$/, ''), column: name, entity: referenced }];
  });
}
