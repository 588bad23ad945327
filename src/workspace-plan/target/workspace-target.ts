import type { Lacks, Target } from '../../plan/index.ts';
import { missingIdOf } from '../../plan/index.ts';
import type { WorkspaceDefinition } from '../../workspace/index.ts';
import type { Lineage } from '../values/lineage.ts';
import { ancestorsOf, lineageOf } from '../values/lineage.ts';
import { ALL_DIGITS } from '../values/record-digits.ts';
import { mainEntity } from './main-entity.ts';
import { mainReference } from './main-reference.ts';

/**
 * Adds to a target what the definition of its workspace says: the entities to provoke each scenario with, valid and invalid values,
 * and what the workspace does not have. Members that the target file gives are kept.
 */
export function withDefinition(target: Target, workspace: Pick<WorkspaceDefinition, 'slug' | 'entities'>): Target {
  const { entities } = workspace;
  const lineage = lineageOf(entities);
  const main = target.entity === undefined ? mainEntity(workspace, lineage) : undefined;
  const entity = target.entity ?? main?.entity;
  const reference = target.reference ?? mainReference(lineage, missingIdOf(target));
  const lacks: Lacks = {
    ...main?.lacks,
    ...(entity === undefined ? { entity: noEntity(workspace, lineage) } : {}),
    ...(reference === undefined
      ? { reference: `no record of ${workspace.slug} can reference another one that the run creates` }
      : {}),
  };
  const named = [entity?.name, reference?.entity, reference?.parent].filter((name) => name !== undefined);
  return {
    ...target,
    ...(entity === undefined ? {} : { entity }),
    ...(reference === undefined ? {} : { reference }),
    ancestors: ancestorsOf(named, lineage),
    definition: { entities },
    lacks,
  };
}

function noEntity({ slug, entities }: Pick<WorkspaceDefinition, 'slug' | 'entities'>, { problems }: Lineage): string {
  const reasons = entities.map(
    ({ name }) => problems.get(name)?.reason ?? `no text column of ${name} was found to hold ${ALL_DIGITS}`,
  );
  return `no entity of ${slug} can be used: ${[...new Set(reasons)].join('; ')}`;
}
