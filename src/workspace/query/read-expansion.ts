import { contract } from '../../contract/index.ts';
import type { EntityDefinition } from '../definition.ts';
import type { Entities, Relation } from '../relations.ts';
import { allRelationsOf } from '../relations.ts';
import type { PathTree } from './paths.ts';
import { parsePaths } from './paths.ts';
import { refuseParameter } from './refuse-parameter.ts';

/** The relations to expand, each with the relations to expand in its records. */
export type Expansion = readonly { readonly relation: Relation; readonly deeper: Expansion }[];

/** The maximum number of names in a path of `expand`. */
const MAXIMUM_DEPTH = 5;

/**
 * Reads the value of `expand`.
 * @throws `badRequest`
 */
export function readExpansion(workspace: Entities, entity: EntityDefinition, text: string): Expansion {
  const paths = text.split(',');
  const maximum = contract.limits.expand;
  if (paths.length > maximum) refuseParameter('expand', `must not have more than ${maximum} paths`);
  if (paths.some((path) => path.split('.').length > MAXIMUM_DEPTH))
    refuseParameter('expand', `must not go deeper than ${MAXIMUM_DEPTH} relations`);
  return expansionOf(workspace, entity, parsePaths(text));
}

function expansionOf(workspace: Entities, entity: EntityDefinition, paths: PathTree): Expansion {
  const relations = allRelationsOf(workspace, entity);
  return [...paths].map(([name, rest]) => {
    const relation = relations.find((each) => each.name === name);
    if (relation === undefined) {
      const known = relations.map((each) => each.name).join(', ');
      const all = known === '' ? 'no relations' : known;
      return refuseParameter('expand', `names the unknown relation ${name}; ${entity.name} has ${all}`);
    }
    return { relation, deeper: expansionOf(workspace, relation.entity, rest) };
  });
}
