import type { ColumnDefinition, EntityDefinition } from './definition.ts';

/** A link from one entity to another, with its name in `expand` and `fields`. */
export interface Relation {
  readonly name: string;
  /** The column that contains the reference: a column of this entity or, if `many`, of the other one. */
  readonly column: string;
  /** The other entity. */
  readonly entity: EntityDefinition;
  /** True if the other records reference this one, so there can be any number; false if this record references one other. */
  readonly many: boolean;
}

/** What the relations are derived from: a workspace in a definition or a store. */
export interface Entities {
  readonly entities: readonly EntityDefinition[];
}

/**
 * Returns the relations from an entity to the entities it references. The column `customer_id` gives the relation `customer`. If
 * another column has that name, the relation is called `customer_id`.
 */
export function relationsOf({ entities }: Entities, entity: EntityDefinition): readonly Relation[] {
  return entity.columns.flatMap((column) => {
    const referenced = entities.find((each) => each.name === column.references);
    if (referenced === undefined) return [];
    return [{ name: nameIn(entity, column), column: column.name, entity: referenced, many: false }];
  });
}

/**
 * Returns all relations of an entity, including those to the entities that reference it. The latter are named after the other
 * table, `orders`; if that name is taken, or several columns of the other entity reference this one, `orders_by_customer`. A
 * relation whose name is still taken is left out.
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
