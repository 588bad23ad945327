import { columns } from '../locations.ts';
import type { PlanContext } from '../plan-context.ts';
import type { Provocation } from '../provocation.ts';

export const foreignKeyViolation: Provocation<'foreignKeyViolation'> = {
  onCreate: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'createRecord',
    needs: ['parent'],
    change: (context) => {
      const { entity, column, missing } = context.reference;
      const values = context.newReference(context.record('parent').id);
      return { 'path.entityName': entity, body: values, ...columns({ [column]: missing }) };
    },
    values: columnAndTable,
  },
  onUpdate: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'updateRecord',
    needs: ['child'],
    change: (context) => {
      const { id } = context.record('child');
      const { entity, column, missing } = context.reference;
      return { 'path.entityName': entity, 'path.id': id, body: { [column]: missing } };
    },
    values: columnAndTable,
  },
};

function columnAndTable({ reference: { column, table } }: PlanContext) {
  return { column, table };
}
