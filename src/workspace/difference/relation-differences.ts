import type { EntityDefinition } from '../definition.ts';
import type { Entities, Relation } from '../relations.ts';
import { allRelationsOf } from '../relations.ts';
import type { EntityDifference } from './difference.ts';

/**
 * Finds the relations of an entity that have another name, although the column they are derived from did not change. Their names
 * depend on the other columns, entities and tables.
 */
export function relationDifferences(
  [workspaceBefore, before]: readonly [Entities, EntityDefinition],
  [workspaceAfter, after]: readonly [Entities, EntityDefinition],
): readonly EntityDifference[] {
  const now = allRelationsOf(workspaceAfter, after);
  return allRelationsOf(workspaceBefore, before).flatMap((relation): EntityDifference[] => {
    if (!isKept(workspaceAfter, before, relation)) return [];
    const name = now.find((each) => isSame(each, relation))?.name;
    if (name === relation.name) return [];
    const what = name === undefined ? 'no longer has a name' : `is now called ${name}`;
    const message = `the relation ${relation.name} of ${after.name} ${what}, which breaks expand and fields`;
    return [{ kind: 'relation', change: 'changed', impact: 'major', message, entity: after.name }];
  });
}

/** Whether the column of a relation still references the same entity. */
function isKept({ entities }: Entities, { name }: EntityDefinition, { many, entity, column }: Relation): boolean {
  const [from, to] = many ? [entity.name, name] : [name, entity.name];
  const found = entities.find((each) => each.name === from)?.columns.find((each) => each.name === column);
  return found?.references === to;
}

function isSame(one: Relation, other: Relation): boolean {
  return one.column === other.column && one.many === other.many && one.entity.name === other.entity.name;
}
