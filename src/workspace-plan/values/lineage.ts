import type { Ancestor } from '../../plan/index.ts';
import { ancestorId } from '../../plan/index.ts';
import type { ColumnDefinition, EntityDefinition } from '../../workspace/index.ts';
import { ALL_DIGITS } from './record-digits.ts';
import type { Problem, RecordShape } from './record-shape.ts';
import { isRequired, recordShape } from './record-shape.ts';

/** The entities of a workspace, in an order in which their records can be created. */
export interface Lineage {
  /** Those whose records can be created and recognized, each after those that it references. */
  readonly creatable: readonly RecordShape[];
  /** Why the records of the others cannot be created, by the name of the entity. */
  readonly problems: ReadonlyMap<string, Problem>;
}

/** Finds out which records of a workspace can be created, and in which order. */
export function lineageOf(entities: readonly EntityDefinition[]): Lineage {
  const creatable: RecordShape[] = [];
  const problems = new Map<string, Problem>();
  const referenced = (column: ColumnDefinition): EntityDefinition | undefined =>
    entities.find(({ name }) => name === column.references);

  const visit = (entity: EntityDefinition, path: readonly string[]): Problem | undefined => {
    if (creatable.some((shape) => shape.entity === entity)) return undefined;
    const known = problems.get(entity.name);
    if (known !== undefined) return known;
    const shape = recordShape(entity);
    const line = [...path, entity.name];
    const problem = shape.problem ?? visitRequired(entity, line);
    const recognized = problem === undefined ? recognizable(shape, line) : undefined;
    if (recognized !== undefined) creatable.push(recognized);
    else problems.set(entity.name, problem ?? unmarked(entity));
    return problems.get(entity.name);
  };

  const visitRequired = (entity: EntityDefinition, line: readonly string[]): Problem | undefined => {
    for (const column of entity.columns) {
      const required = isRequired(column) ? referenced(column) : undefined;
      if (required === undefined) continue;
      const problem = line.includes(required.name) ? circle(entity, column, required) : visit(required, line);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

  /** A record that nothing in it identifies is recognized by a reference to another record of the run. */
  const recognizable = (shape: RecordShape, line: readonly string[]): RecordShape | undefined => {
    const { entity, isMarked } = shape;
    if (isMarked || entity.columns.some((column) => isRequired(column) && column.references !== undefined))
      return shape;
    const column = entity.columns.find((each) => {
      const other = each.unique === true ? undefined : referenced(each);
      return other !== undefined && !line.includes(other.name) && visit(other, line) === undefined;
    });
    if (column?.references === undefined) return undefined;
    const reference = { [column.name]: ancestorId(column.references) };
    return {
      ...shape,
      fewest: { ...shape.fewest, ...reference },
      ordinary: { ...shape.ordinary, ...reference },
      most: { ...shape.most, ...reference },
    };
  };

  for (const entity of entities) visit(entity, []);
  return { creatable, problems };
}

/** Returns the records that all records of some entities must reference, each after those that it must reference itself. */
export function ancestorsOf(names: readonly string[], { creatable }: Lineage): readonly Ancestor[] {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    const shape = creatable.find(({ entity }) => entity.name === name);
    for (const { name: column, references } of shape?.entity.columns ?? []) {
      const isNeeded = references !== undefined && Object.hasOwn(shape?.ordinary ?? {}, column);
      if (!isNeeded || needed.has(references)) continue;
      visit(references);
      needed.add(references);
    }
  };
  names.forEach(visit);
  return creatable
    .filter(({ entity }) => needed.has(entity.name))
    .map(({ entity, ordinary }) => ({ entity: entity.name, valid: ordinary }));
}

function circle(entity: EntityDefinition, column: ColumnDefinition, required: EntityDefinition): Problem {
  const inTurn = required === entity ? '' : 'in turn ';
  return {
    reason: `${entity.name}.${column.name} must reference a ${required.name}, which ${inTurn}needs an existing ${entity.name}, so the first one cannot be created with the API`,
    isFixable: false,
  };
}

/** A record that nothing identifies looks like those of others, so the run could not delete it. */
function unmarked({ name, columns }: EntityDefinition): Problem {
  const isFixable = columns.some(({ type }) => type === 'TEXT');
  const fix = isFixable
    ? '; give a text column that can hold them an "example" that contains digits, or add a text column without a pattern'
    : '';
  return {
    reason: `no column of ${name} was found to hold ${ALL_DIGITS}, so the run could not recognize and delete it${fix}`,
    isFixable,
  };
}
