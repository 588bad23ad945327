import type { Provocation } from '../provocation.ts';

export const recordReferenced: Provocation<'recordReferenced'> = {
  onDelete: {
    basis: 'ours',
    needs: ['child', 'parent'],
    change: (context) => ({ 'path.entityName': context.reference.parent, 'path.id': context.record('parent').id }),
    values: ({ reference: { column, referencingTable } }) => ({ column, table: referencingTable }),
  },
};
