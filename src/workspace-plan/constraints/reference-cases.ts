import type { PlannedCase, UnprovokedCase } from '../../plan/index.ts';
import { NotApplicable, planFailure } from '../../plan/index.ts';
import type { ColumnDefinition, EntityDefinition } from '../../workspace/index.ts';
import { columnDetails } from '../../workspace/index.ts';
import type { RecordShape } from '../values/record-shape.ts';
import { caseName } from './case-name.ts';
import type { CaseMaker } from './case-maker.ts';

/**
 * Returns the cases that break a reference: a creation and an update that name a missing record, and the deletion of a record that
 * another still references.
 */
export function referenceCases(
  maker: CaseMaker,
  shape: RecordShape,
  column: ColumnDefinition,
  entities: readonly EntityDefinition[],
): readonly (PlannedCase | UnprovokedCase)[] {
  const parent = entities.find(({ name }) => name === column.references);
  if (parent === undefined) return [];
  const { entity } = shape;
  const rule = `REFERENCES ${parent.name}`;
  const tests = { entity: entity.name, column: column.name, constraint: 'REFERENCES', rule };
  const scenario = 'foreignKeyViolation';
  const [onCreate, onUpdate] = [caseName('createRecord', scenario, tests), caseName('updateRecord', scenario, tests)];
  const values = { column: column.name, table: parent.table };
  const missing = (): Readonly<Record<string, unknown>> => {
    const id = maker.missingId(parent.name);
    if (typeof id === 'number' && columnDetails(column, id).length > 0)
      throw new NotApplicable(
        `the constraints of ${entity.name}.${column.name} refuse the id ${id}, which no record has`,
      );
    return { [column.name]: id };
  };
  const onDelete = {
    ...caseName('deleteRecord', 'recordReferenced', { ...tests, constraint: 'ON_DELETE', rule: `${rule}, on delete` }),
    basis: 'ours',
  } as const;
  return [
    maker.case(onCreate, () => {
      maker.requireValues(entity);
      const request = maker.draft('createRecord', entity.name, { body: { ...maker.newValues(shape), ...missing() } });
      return planFailure({ ...onCreate, scenario }, { request, values });
    }),
    maker.case(onUpdate, () => {
      maker.requireCreatable(entity);
      const { id } = maker.record('subject', entity.name);
      const request = maker.draft('updateRecord', entity.name, { id, body: missing() });
      return planFailure({ ...onUpdate, scenario }, { request, values });
    }),
    maker.case(onDelete, () => {
      maker.requireCreatable(parent);
      maker.requireCreatable(entity);
      const { id } = maker.record('parent', entity.name, column.name);
      maker.record('child', entity.name, column.name);
      const request = maker.draft('deleteRecord', parent.name, { id });
      const named = { column: column.name, table: entity.table };
      return planFailure({ ...onDelete, scenario: 'recordReferenced' }, { request, values: named });
    }),
  ];
}
