import type { ColumnDefinition, EntityDefinition } from './definition.ts';

/** One entity's link to another, by the name under which `expand` and `fields` know it. */
export interface Relation {
  readonly name: string;
  /** The column that holds the reference: of the entity itself or, where there are many, of the other one. */
  readonly column: string;
  /** The other entity. */
  readonly entity: EntityDefinition;
  /** Whether a record has any number of others, those that reference it, or at most one, which it references. */
  readonly many: boolean;
}

/** What relations are read from: a workspace, as a definition or a store has it. */
export interface Entities {
  readonly entities: readonly EntityDefinition[];
}

/**
 * The relations of an entity to those that it references. The column `customer_id` makes the relation `customer`; where that
 * is the name of another column, the relation has the whole name of its own.
 */
export function relationsOf({ entities }: Entities, entity: EntityDefinition): readonly Relation[] {
  return entity.columns.flatMap((column) => {
    const referenced = entities.find((each) => each.name === column.references);
    if (referenced === undefined) return [];
    return [{ name: nameIn(entity, column), column: column.name, entity: referenced, many: false }];
  });
}

/**
 * All relations of an entity, those to the entities that reference it too. These have the name of the other's table, `orders`;
 * where that is taken, or the other references this one by more than one column, `orders_by_customer`. One whose name is taken
 * even so is left out.
 */
export function allRelationsOf(workspace: Entities, entity: EntityDefinition): readonly Relation[] {
  const relations = [...relationsOf(workspace, entity)];
  const taken = new Set(['id', ...entity.columns.map(({ name }) => name), ...relations.map(({ name }) => name)]);
  for (const other of workspace.entities) {
    const references = other.columns.filter((column) => column.references === entity.name);
    for (const column of references) {
      const byColumn = `${other.table}_by_${nameIn(other, column)}`;
      const name = references.length > 1 || taken.has(other.table) ? byColumn : other.table;
      if (taken.has(name)) continue;
      taken.add(name);
      relations.push({ name, column: column.name, entity: other, many: true });
    }
  }
  return relations;
}

function nameIn({ columns }: EntityDefinition, { name }: ColumnDefinition): string {
  const short = name.replace(/_id$/, '');
  return short === '' || columns.some((column) => column.name === short) ? name : short;
}
