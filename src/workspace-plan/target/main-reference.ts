import type { TargetReference } from '../../plan/index.ts';
import type { ColumnDefinition, EntityDefinition } from '../../workspace/index.ts';
import { columnDetails } from '../../workspace/index.ts';
import type { Lineage } from '../values/lineage.ts';
import type { RecordShape } from '../values/record-shape.ts';

/**
 * Chooses the reference that the scenarios of the contract are provoked with. Prefers one to another entity. Returns `undefined` if no
 * record of the workspace can reference another.
 * @param missing an id that no record has
 */
export function mainReference(
  { creatable }: Lineage,
  missing: TargetReference['missing'],
): TargetReference | undefined {
  const [best] = creatable
    .flatMap((child) =>
      child.entity.columns.flatMap((column) => {
        const parent = creatable.find(({ entity }) => entity.name === column.references);
        const isUsable = parent !== undefined && column.unique !== true && !refuses(column, missing);
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
    missing,
  };
}

/** Ids that are not numbers have a form that definitions do not describe. */
function refuses(column: ColumnDefinition, id: TargetReference['missing']): boolean {
  return typeof id === 'number' && columnDetails(column, id).length > 0;
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
