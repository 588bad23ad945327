import type { Plan, PlannedCase, Target, TestedRule, UnprovokedCase } from '../../plan/index.ts';
import type { NotProvokable } from '../../plan/index.ts';
import { NotApplicable, planFailure, planSuccess } from '../../plan/index.ts';
import type { ColumnDefinition, EntityDefinition } from '../../workspace/index.ts';
import type { RecordShape } from '../values/record-shape.ts';
import type { ColumnRule, Violation } from '../values/violations.ts';
import type { BoundValue } from '../values/bound-value.ts';
import { columnRules } from '../values/violations.ts';
import { CaseMaker } from './case-maker.ts';
import { caseName } from './case-name.ts';
import type { ConstraintFixtures } from './constraint-records.ts';
import { referenceCases } from './reference-cases.ts';
import { uniqueCases } from './unique-cases.ts';

/** A case that was planned, or the reason why it could not be. */
type MadeCase = PlannedCase | UnprovokedCase;

/**
 * Plans the test of a definition: for every rule of every column of every entity, the requests that break it on creation and on update,
 * and for every entity the creation of a record with all its columns, and of one with the required ones.
 */
export function constraintPlan(target: Target, fixtures: ConstraintFixtures): Plan {
  const entities = target.definition?.entities ?? [];
  const maker = new CaseMaker(target, fixtures);
  const all = entities.flatMap((entity) => entityCases(maker, entity, entities));
  return {
    cases: all.filter((each) => 'request' in each),
    unprovoked: all.filter((each) => 'reason' in each),
  };
}

function entityCases(
  maker: CaseMaker,
  entity: EntityDefinition,
  entities: readonly EntityDefinition[],
): readonly MadeCase[] {
  const shape = maker.shapeOf(entity);
  return [
    ...validCases(maker, shape),
    ...entity.columns.flatMap((column) => [
      ...columnRules(column).flatMap((rule) => ruleCases(maker, shape, column, rule)),
      ...uniqueCases(maker, shape, column),
      ...referenceCases(maker, shape, column, entities),
    ]),
  ];
}

/** Creates valid records: a server may be stricter than the definition, too. */
function validCases(maker: CaseMaker, shape: RecordShape): readonly MadeCase[] {
  const { entity, most, fewest } = shape;
  return Object.entries({ everyColumn: most, requiredColumns: fewest }).map(([what, valid]) => {
    const name = {
      operationId: 'createRecord',
      scenario: 'success',
      variant: `${entity.name}.${what}`,
      basis: 'api',
    } as const;
    return maker.case(name, () => {
      maker.requireCreatable(entity);
      const values = maker.newValues(shape, valid);
      const request = maker.draft('createRecord', entity.name, { body: values });
      return planSuccess(name, { request, known: { record: { values } }, target: maker.target });
    });
  });
}

function ruleCases(
  maker: CaseMaker,
  shape: RecordShape,
  column: ColumnDefinition,
  { constraint, rule, violations, bound }: ColumnRule,
): readonly MadeCase[] {
  const { entity } = shape;
  const tests = { entity: entity.name, column: column.name, constraint, rule };
  const isOfOtherIds = constraint === 'TYPE' && column.references !== undefined && maker.target.ids !== 'integer';
  if (violations.length === 0 || isOfOtherIds) {
    const name = caseName('createRecord', 'validationError', tests);
    const reason = isOfOtherIds
      ? `the ids of this target are not integers, as the target file declares, so the type of ${entity.name}.${column.name} is not known`
      : `no value was found that breaks ${rule} of ${entity.name}.${column.name} and shows it`;
    return [maker.case(name, () => raise(new NotApplicable(reason)))];
  }
  const missing =
    constraint === 'REQUIRED' ? violations.map((each) => ({ ...each, form: 'missing', value: undefined })) : [];
  const made = (operationId: 'createRecord' | 'updateRecord', violation: Violation): MadeCase => {
    const name = { ...caseName(operationId, 'validationError', tests, violation.form), basis: violation.basis };
    return maker.case(name, () => {
      const { value, detail } = violation;
      // A refused creation leaves nothing behind, so it needs no value that identifies a record.
      if (operationId === 'createRecord') maker.requireValues(entity);
      else maker.requireCreatable(entity);
      const request =
        operationId === 'createRecord'
          ? maker.draft(operationId, entity.name, { body: { ...maker.newValues(shape), [column.name]: value } })
          : maker.draft(operationId, entity.name, {
              id: maker.record('subject', entity.name).id,
              body: { [column.name]: value },
            });
      return planFailure({ ...name, scenario: 'validationError' }, { request, fields: [column.name], detail });
    });
  };
  return [
    ...(bound === undefined ? [] : boundCases(maker, shape, tests, bound)),
    ...[...missing, ...violations].map((violation) => made('createRecord', violation)),
    ...violations.map((violation) => made('updateRecord', violation)),
  ];
}

/** Creates a record with a value at the bound of a rule, unless nothing else in the record would identify it. */
function boundCases(
  maker: CaseMaker,
  shape: RecordShape,
  tests: TestedRule,
  { value, isMarked }: BoundValue,
): readonly MadeCase[] {
  const others = [...shape.markers].filter((name) => name !== tests.column);
  if (!isMarked && shape.isMarked && others.length === 0) return [];
  const name = { ...caseName('createRecord', 'success', tests, 'bound'), basis: 'api' } as const;
  return [
    maker.case(name, () => {
      maker.requireCreatable(shape.entity);
      const values = maker.newValues(shape, { ...shape.ordinary, [tests.column]: value });
      const request = maker.draft('createRecord', shape.entity.name, { body: values });
      return planSuccess(name, { request, known: { record: { values } }, target: maker.target });
    }),
  ];
}

function raise(error: NotProvokable): never {
  throw error;
}
