import { columns } from '../locations.ts';
import type { PlanContext } from '../plan-context.ts';
import { NotProvokable } from '../not-provokable.ts';
import type { Provocation } from '../provocation.ts';

export const uniqueConstraintViolation: Provocation<'uniqueConstraintViolation'> = {
  onCreate: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'createRecord',
    needs: ['taken'],
    change: (context) => columns({ [context.uniqueColumn]: takenValue(context) }),
    values: uniqueColumn,
  },
  onUpdate: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'updateRecord',
    needs: ['update', 'taken'],
    change: (context) => ({
      'path.id': context.record('update').id,
      body: { [context.uniqueColumn]: takenValue(context) },
    }),
    values: uniqueColumn,
  },
};

function takenValue(context: PlanContext): string {
  const { unique } = context.entity;
  const value = context.record('taken').values[unique];
  if (typeof value !== 'string') throw new NotProvokable(`entity.valid.${unique} in the target file is not a string`);
  return value;
}

function uniqueColumn({ entity }: PlanContext) {
  return { column: entity.unique };
}
