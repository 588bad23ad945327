import { contract } from '../../contract/index.ts';
import type { PlannedCase, UnprovokedCase } from '../../plan/index.ts';
import { NotApplicable, planFailure, planSuccess } from '../../plan/index.ts';
import type { ColumnDefinition } from '../../workspace/index.ts';
import type { RecordShape } from '../values/record-shape.ts';
import { ALL_DIGITS } from '../values/record-digits.ts';
import { caseName } from './case-name.ts';
import type { CaseMaker } from './case-maker.ts';

/** Returns the cases that send a value of a unique column twice: on creation, on update, and within a batch. */
export function uniqueCases(
  maker: CaseMaker,
  shape: RecordShape,
  { name: column, unique, references }: ColumnDefinition,
): readonly (PlannedCase | UnprovokedCase)[] {
  if (unique !== true) return [];
  const entity = shape.entity.name;
  const tests = { entity, column, constraint: 'UNIQUE', rule: 'UNIQUE' };
  const requireValues = (): void => {
    maker.requireCreatable(shape.entity);
    if (shape.fresh.has(column)) return;
    const why =
      references === undefined
        ? 'no values were found that differ from record to record'
        : 'each record would have to reference another record';
    throw new NotApplicable(`${entity}.${column} is unique, and ${why}`);
  };
  const scenario = 'uniqueConstraintViolation';
  const [onCreate, onUpdate, inBatch] = [
    caseName('createRecord', scenario, tests),
    caseName('updateRecord', scenario, tests),
    caseName('bulkCreateRecords', 'success', tests, 'batch'),
  ];
  return [
    maker.case(onCreate, () => {
      requireValues();
      const body = { ...maker.newValues(shape), [column]: maker.record('first', entity).values[column] };
      const request = maker.draft('createRecord', entity, { body });
      return planFailure({ ...onCreate, scenario }, { request, values: { column } });
    }),
    maker.case(onUpdate, () => {
      requireValues();
      const body = { [column]: maker.record('first', entity).values[column] };
      const request = maker.draft('updateRecord', entity, { id: maker.record('subject', entity).id, body });
      return planFailure({ ...onUpdate, scenario }, { request, values: { column } });
    }),
    maker.case(inBatch, () => {
      requireValues();
      // The response to a batch names no records, so the run finds them by their values.
      if (!shape.isMarked)
        throw new NotApplicable(
          `no column of ${entity} was found to hold ${ALL_DIGITS}, so the run could not find the records of a batch; creation and update are ` +
            'tested, and a text column that can hold them, even one that can be null, lets the run test batches too',
        );
      const one = maker.newValues(shape);
      const request = maker.draft('bulkCreateRecords', entity, {
        body: [one, { ...maker.newValues(shape), [column]: one[column] }],
      });
      const failed = [{ index: 1, code: contract.scenarios[scenario].code }];
      const known = { bulk: { succeeded: 1, failed, interchangeable: true } };
      return planSuccess(inBatch, { request, known, target: maker.target });
    }),
  ];
}
