import type { TargetEntity, Values } from '../../plan/index.ts';
import { contract } from '../../contract/index.ts';
import type { ColumnDefinition, EntityDefinition, WorkspaceDefinition } from '../../workspace/index.ts';
import type { Lineage } from '../values/lineage.ts';
import { ALL_DIGITS } from '../values/record-digits.ts';
import type { RecordShape } from '../values/record-shape.ts';
import { isRequired } from '../values/record-shape.ts';
import { valueMaker } from '../values/value-maker.ts';
import { columnRules } from '../values/violations.ts';

/** The entity that the scenarios of the contract are provoked with, and what it does not have. */
export interface MainEntity {
  readonly entity: TargetEntity;
  readonly lacks: { readonly unique?: string; readonly required?: string };
}

/**
 * Chooses the entity that the scenarios of the contract are provoked with: the one with the simplest unique text column. Returns
 * `undefined` if the workspace has no entity whose records text identifies.
 */
export function mainEntity(
  { slug, entities }: Pick<WorkspaceDefinition, 'slug' | 'entities'>,
  { creatable }: Lineage,
): MainEntity | undefined {
  const [best] = creatable
    .flatMap((shape) => identifying(shape).map((column) => ({ shape, column })))
    .toSorted((one, other) => costOf(one) - costOf(other));
  if (best === undefined) return undefined;
  const { shape, column } = best;
  const { entity, ordinary } = shape;
  const required = entity.columns.filter((each) => isRequired(each) && Object.hasOwn(ordinary, each.name));
  const named = required.find((each) => each !== column && each.references === undefined) ?? required[0];
  return {
    entity: {
      name: entity.name,
      valid: validOf(shape, column),
      unique: column.name,
      invalid: invalidOf(shape, column),
      ...(named === undefined ? {} : { required: named.name }),
      ...missingOf(entities),
    },
    lacks: {
      ...(column.unique === true ? {} : { unique: noUnique(slug, creatable) }),
      ...(named === undefined ? { required: `${entity.name} has no required column` } : {}),
    },
  };
}

/** Duplicates in other unique columns are provoked as rules of the definition, in the same cells of the matrix. */
function noUnique(slug: string, creatable: readonly RecordShape[]): string {
  const tested = creatable.flatMap(({ entity, fresh }) => [...fresh].map((column) => `${entity.name}.${column}`));
  return tested.length === 0
    ? `no entity of ${slug} whose records can be created has a unique column with values that can vary`
    : `no unique text column of ${slug} was found to hold ${ALL_DIGITS}; the definition's rules still provoke duplicates of ${tested.join(', ')}`;
}

/** The columns whose text identifies a record. */
function identifying({ entity }: RecordShape): readonly ColumnDefinition[] {
  return entity.columns.filter((column) => column.type === 'TEXT' && valueMaker(column)?.isMarked === true);
}

/** Prefers a unique column with few constraints, and an entity with constraints and without required references. */
function costOf({ shape, column }: { readonly shape: RecordShape; readonly column: ColumnDefinition }): number {
  const { columns } = shape.entity;
  const references = columns.filter((each) => isRequired(each) && each.references !== undefined).length;
  const constrained = columns.filter(({ constraints = [] }) => constraints.length > 0).length;
  const patterns = column.constraints?.filter(({ type }) => type === 'PATTERN' || type === 'URL').length ?? 0;
  return (column.unique === true ? 0 : 1000) + references * 100 + patterns * 10 - Math.min(constrained, 5);
}

/** How many further columns a record has: the probes try several values in each. */
const MOST_OTHERS = 6;

/** Leaves out the other unique columns where it can, so that a duplicate has one cause. */
function validOf({ entity, ordinary, most }: RecordShape, unique: ColumnDefinition): Values {
  const isDistracting = (column: ColumnDefinition): boolean =>
    column.unique === true && column !== unique && !isRequired(column);
  const left = new Set(entity.columns.filter(isDistracting).map(({ name }) => name));
  const others = Object.entries(most).filter(([name]) => !Object.hasOwn(ordinary, name) && !left.has(name));
  const kept = Object.entries(ordinary).filter(([name]) => !left.has(name));
  return Object.fromEntries([...kept, ...others.slice(0, MOST_OTHERS)]);
}

const MOST_INVALID = 3;

/** One invalid value for each of some columns: those with a constraint first, and the identifying column last. */
function invalidOf({ entity }: RecordShape, unique: ColumnDefinition): Values {
  const rank = (column: ColumnDefinition): number =>
    (column === unique ? 2 : 0) + ((column.constraints ?? []).length > 0 ? 0 : isRequired(column) ? 1 : 4);
  const invalid = entity.columns
    .filter(({ references }) => references === undefined)
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap((column) => {
      // The last rules are the constraints that the column declares.
      const [violation] = columnRules(column)
        .toReversed()
        .flatMap(({ violations }) => violations);
      return violation === undefined ? [] : [[column.name, violation.value] as const];
    });
  return Object.fromEntries(invalid.slice(0, MOST_INVALID));
}

/** The contract's own example of a missing entity, unless the workspace has an entity of that name. */
function missingOf(entities: readonly EntityDefinition[]): Pick<TargetEntity, 'missing'> {
  const isTaken = (missing: string): boolean =>
    entities.some(({ name }) => name.toLowerCase() === missing.toLowerCase());
  if (!isTaken(contract.scenarios.entityNotFound.values.entityName.example)) return {};
  let missing = 'NoSuchEntity';
  while (isTaken(missing)) missing += '2';
  return { missing };
}
