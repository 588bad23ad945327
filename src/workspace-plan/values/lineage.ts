import type { Ancestor } from '../../plan/index.ts';
import type { EntityDefinition } from '../../workspace/index.ts';
import type { Problem, RecordShape } from './record-shape.ts';
import { isRequired, recordShape } from './record-shape.ts';

/** The entities of a workspace, in an order in which their records can be created. */
export interface Lineage {
  /** Those whose records can be created, each after those that it must reference. */
  readonly creatable: readonly RecordShape[];
  /** Why the records of the others cannot be created, by the name of the entity. */
  readonly problems: ReadonlyMap<string, Problem>;
}

/** Finds out which records of a workspace can be created, and in which order. */
export function lineageOf(entities: readonly EntityDefinition[]): Lineage {
  const creatable: RecordShape[] = [];
  const problems = new Map<string, Problem>();
  const visit = (entity: EntityDefinition, path: readonly string[]): Problem | undefined => {
    const known = problems.get(entity.name);
    if (known !== undefined || creatable.some((shape) => shape.entity === entity)) return known;
    const shape = recordShape(entity);
    const problem = shape.problem ?? unmarked(shape) ?? visitRequired(entity, path);
    if (problem === undefined) creatable.push(shape);
    else problems.set(entity.name, problem);
    return problem;
  };
  const visitRequired = (entity: EntityDefinition, path: readonly string[]): Problem | undefined => {
    const line = [...path, entity.name];
    for (const column of entity.columns) {
      const required = isRequired(column) ? entities.find(({ name }) => name === column.references) : undefined;
      if (required === undefined) continue;
      const problem = line.includes(required.name)
        ? {
            reason: `${entity.name}.${column.name} must reference a ${required.name}, which ${required === entity ? '' : 'in turn '}needs an existing ${entity.name}, so the first one cannot be created with the API`,
            isFixable: false,
          }
        : visit(required, line);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  for (const entity of entities) visit(entity, []);
  return { creatable, problems };
}

/** Returns the records that all records of some entities must reference, each after those that it must reference itself. */
export function ancestorsOf(names: readonly string[], { creatable }: Lineage): readonly Ancestor[] {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    const shape = creatable.find(({ entity }) => entity.name === name);
    for (const column of shape?.entity.columns ?? []) {
      if (!isRequired(column) || column.references === undefined || needed.has(column.references)) continue;
      visit(column.references);
      needed.add(column.references);
    }
  };
  names.forEach(visit);
  return creatable
    .filter(({ entity }) => needed.has(entity.name))
    .map(({ entity, ordinary }) => ({ entity: entity.name, valid: ordinary }));
}

/** A record that nothing identifies looks like those of others, so the run could not delete it. */
function unmarked({ entity, isMarked }: RecordShape): Problem | undefined {
  if (isMarked || entity.columns.some((column) => isRequired(column) && column.references !== undefined))
    return undefined;
  return {
    reason: `no column of ${entity.name} can hold ten digits that identify a record of the run, so the run could not recognize and delete it; give a text column an "example" that contains digits`,
    isFixable: entity.columns.some(({ type }) => type === 'TEXT'),
  };
}
