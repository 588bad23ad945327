import type { Values } from '../../plan/index.ts';
import { ancestorId, computed } from '../../plan/index.ts';
import type { ColumnDefinition, EntityDefinition } from '../../workspace/index.ts';
import type { ValueMaker } from './value-maker.ts';
import { markedNumber, sameValue, valueMaker } from './value-maker.ts';

/** Why the records of an entity cannot be created. */
export interface Problem {
  readonly reason: string;
  /** Whether the definition can be completed so that they can. */
  readonly isFixable: boolean;
}

/** How to create valid records of an entity. */
export interface RecordShape {
  readonly entity: EntityDefinition;
  /** The values of an ordinary record: the required columns, those that identify it, and the unique ones. */
  readonly ordinary: Values;
  /** The values of the required columns, and of one that identifies the record. */
  readonly fewest: Values;
  /** A value for every column, without the references that can be null. */
  readonly most: Values;
  /** The unique columns of which every record has another value. */
  readonly fresh: ReadonlySet<string>;
  /** The columns whose values contain the digits of the record. */
  readonly markers: ReadonlySet<string>;
  /** Whether its values identify a record, so that the run can recognize it. */
  readonly isMarked: boolean;
  /** Why no valid records can be described. */
  readonly problem?: Problem;
}

/** Returns how to create valid records of an entity. */
export function recordShape(entity: EntityDefinition): RecordShape {
  const known = remembered.get(entity);
  if (known !== undefined) return known;
  const shape = shapeOf(entity);
  remembered.set(entity, shape);
  return shape;
}

const remembered = new WeakMap<EntityDefinition, RecordShape>();

function shapeOf(entity: EntityDefinition): RecordShape {
  const { columns } = entity;
  const makers = new Map(columns.flatMap((column) => makerFor(column)));
  // A text identifies a record best. A number has to be large for that.
  const text = columns.find(({ name }) => makers.get(name)?.isMarked === true);
  const number = text === undefined ? columns.find((column) => markedNumber(column) !== undefined) : undefined;
  const marked = number === undefined ? undefined : markedNumber(number);
  if (number !== undefined && marked !== undefined) makers.set(number.name, marked);
  const marker = text ?? number;
  const withValues = (chosen: (column: ColumnDefinition) => boolean): Values =>
    Object.fromEntries(
      columns.filter(chosen).flatMap((column) => {
        const maker = makers.get(column.name);
        if (isReference(column)) return isRequired(column) ? [[column.name, ancestorId(column.references)]] : [];
        return maker === undefined ? [] : [[column.name, valueOf(maker)]];
      }),
    );
  const isMarkerOrRequired = (column: ColumnDefinition): boolean => column === marker || isRequired(column);
  const problem = columns.flatMap((column) =>
    isRequired(column) && (isReference(column) ? column.unique === true : makers.get(column.name) === undefined)
      ? [problemOf(entity, column)]
      : [],
  )[0];
  return {
    entity,
    fewest: withValues(isMarkerOrRequired),
    ordinary: withValues(
      (column) => isMarkerOrRequired(column) || column.unique === true || makers.get(column.name)?.isMarked === true,
    ),
    most: withValues(() => true),
    fresh: new Set(
      columns
        .filter(({ name, unique }) => unique === true && makers.get(name)?.isFresh === true)
        .map(({ name }) => name),
    ),
    markers: new Set([...makers].flatMap(([name, { isMarked }]) => (isMarked ? [name] : []))),
    isMarked: marker !== undefined,
    ...(problem === undefined ? {} : { problem }),
  };
}

/** A unique column needs another value in each record. If it cannot have one, it is left out, unless it is required. */
function makerFor(column: ColumnDefinition): readonly (readonly [name: string, maker: ValueMaker])[] {
  if (column.references !== undefined) return [];
  const best = valueMaker(column);
  if (column.unique === true) {
    const isUsable = best?.isFresh === true;
    return best !== undefined && isUsable ? [[column.name, best]] : [];
  }
  if (best?.isMarked === true) return [[column.name, best]];
  const same = sameValue(column);
  return same === undefined ? [] : [[column.name, { make: () => same, isMarked: false, isFresh: false }]];
}

function problemOf({ name }: EntityDefinition, column: ColumnDefinition): Problem {
  const place = `${name}.${column.name}`;
  if (isReference(column))
    return { reason: `${place} is unique, so each record would have to reference another record`, isFixable: false };
  if (valueMaker(column) === undefined)
    return {
      reason: `no value was found that satisfies every constraint of ${place}; give the column an "example"`,
      isFixable: true,
    };
  const reason = `${place} is unique, and no values were found that differ from record to record`;
  return column.type === 'TEXT'
    ? { reason: `${reason}; give the column an "example" with digits or letters that can vary`, isFixable: true }
    : { reason, isFixable: false };
}

/** Text without other braces is a template, which a dry run can show. */
function valueOf({ make, template }: ValueMaker): unknown {
  const isTemplate = template?.replace('{run}', '').includes('{') === false;
  return isTemplate ? template : computed(make);
}

function isReference(column: ColumnDefinition): column is ColumnDefinition & { readonly references: string } {
  return column.references !== undefined;
}

/** Whether a record must have a value of a column. */
export function isRequired({ nullable }: ColumnDefinition): boolean {
  return nullable === false;
}
