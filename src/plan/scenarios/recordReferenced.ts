import type { Provocation } from '../provocation.ts';

export const recordReferenced: Provocation<'recordReferenced'> = {
  onDelete: {
    basis: 'ours',
    provoke: (context, operationId) => {
      const { parent, column, referencingTable } = context.reference;
      context.record('child');
      const { id } = context.record('parent');
      return {
        request: { ...context.validRequest(operationId), entityName: parent, id },
        values: { id, column, table: referencingTable },
      };
    },
  },
};
