import type { TargetReference } from '../../plan/index.ts';
import type { ColumnDefinition, EntityDefinition } from '../../workspace/index.ts';
import { columnDetails } from '../../workspace/index.ts';
import type { Lineage } from '../values/lineage.ts';
import type { RecordShape } from '../values/record-shape.ts';

/** An id that no record has. It fits into 32 bits. */
const MISSING_ID = 2_147_483_600;

/**
 * Chooses the reference that the scenarios of the contract are provoked with. Prefers one to another entity. Returns `undefined` if no
 * record of the workspace can reference another.
 */
export function mainReference({ creatable }: Lineage): TargetReference | undefined {
  const [best] = creatable
    .flatMap((child) =>
      child.entity.columns.flatMap((column) => {
        const parent = creatable.find(({ entity }) => entity.name === column.references);
        const isUsable =
          parent !== undefined && column.unique !== true && columnDetails(column, MISSING_ID).length === 0;
        return isUsable ? [{ child, column, parent }] : [];
      }),
    )
    .toSorted((one, other) => costOf(one) - costOf(other));
  if (best === undefined) return undefined;
  const { child, column, parent } = best;
  return {
    entity: child.entity.name,
    valid: { ...child.ordinary, [column.name]: '{parent}' },
    column: column.name,
    parent: parent.entity.name,
    parentValid: parent.ordinary,
    table: parent.entity.table,
    referencingTable: child.entity.table,
    missing: MISSING_ID,
  };
}

interface Link {
  readonly child: RecordShape;
  readonly column: ColumnDefinition;
  readonly parent: RecordShape;
}

function costOf({ child, parent }: Link): number {
  return (child.entity === parent.entity ? 100 : 0) + (child.isMarked ? 0 : 10) + referencesIn(child.entity);
}

function referencesIn({ columns }: EntityDefinition): number {
  return columns.filter(({ references }) => references !== undefined).length;
}
