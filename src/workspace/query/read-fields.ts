import { contract } from '../../contract/index.ts';
import type { EntityDefinition } from '../definition.ts';
import type { Entities } from '../relations.ts';
import { allRelationsOf } from '../relations.ts';
import { columnNamed } from './column-named.ts';
import type { PathTree } from './paths.ts';
import { parsePaths } from './paths.ts';
import { refuseParameter } from './refuse-parameter.ts';

/**
 * Reads the value of `fields`.
 * @throws `badRequest`
 */
export function readFields(workspace: Entities, entity: EntityDefinition, text: string): PathTree {
  const maximum = contract.limits.fields;
  if (text.split(',').length > maximum) refuseParameter('fields', `must not have more than ${maximum} paths`);
  const paths = parsePaths(text);
  requireKnown(workspace, entity, paths);
  return paths;
}

function requireKnown(workspace: Entities, entity: EntityDefinition, paths: PathTree): void {
  const relations = allRelationsOf(workspace, entity);
  for (const [name, rest] of paths) {
    const relation = relations.find((each) => each.name === name);
    if (relation !== undefined) requireKnown(workspace, relation.entity, rest);
    else if (rest.size === 0) columnNamed(entity, 'fields', name);
    else refuseParameter('fields', `names ${name}, which is not a relation of ${entity.name}`);
  }
}
