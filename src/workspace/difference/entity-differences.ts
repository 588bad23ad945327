import { contract } from '../../contract/index.ts';
import type { ColumnDefinition, EntityDefinition } from '../definition.ts';
import type { Entities } from '../relations.ts';
import { columnDifferences } from './column-differences.ts';
import type { EntityDifference } from './difference.ts';
import { namedPairs } from './named-pairs.ts';
import { relationDifferences } from './relation-differences.ts';
import { textDifferences } from './text-differences.ts';

/** Compares the entities of a workspace. Their order does not matter. */
export function entityDifferences(before: Entities, after: Entities): readonly EntityDifference[] {
  const { both, removed, added } = namedPairs(before.entities, after.entities, ({ name }) => name);
  return [
    ...removed.map(({ name }): EntityDifference => {
      return { kind: 'entity', change: 'removed', impact: 'major', entity: name, message: `${name} was removed` };
    }),
    ...added.map((entity): EntityDifference => {
      const effect = effectOnDeletes(before, entity.columns);
      const impact = effect === '' ? 'minor' : 'major';
      const message = `${entity.name} was added${effect}`;
      return { kind: 'entity', change: 'added', impact, entity: entity.name, message };
    }),
    ...both.flatMap(([old, now]) => [
      ...tableDifferences(old, now),
      ...columnsDifferences(before, old, now),
      ...textDifferences(now.name, old, now, { entity: now.name }),
      ...relationDifferences([before, old], [after, now]),
    ]),
  ];
}

/** Says which records can no longer be deleted at any time, because these columns are the first that reference them. */
function effectOnDeletes({ entities }: Entities, columns: readonly ColumnDefinition[]): string {
  const referenced = new Set(entities.flatMap((entity) => entity.columns.map(({ references }) => references)));
  const names = entities
    .map(({ name }) => name)
    .filter((name) => !referenced.has(name) && columns.some(({ references }) => references === name));
  const { status, code } = contract.scenarios.recordReferenced;
  return names.length === 0 ? '' : `, so deleting ${names.join(' or ')} can now return ${status} ${code}`;
}

function tableDifferences(before: EntityDefinition, after: EntityDefinition): EntityDifference[] {
  if (before.table === after.table) return [];
  const message = `the table of ${after.name} is now ${after.table}, was ${before.table}, as messages about references say`;
  return [{ kind: 'table', change: 'changed', impact: 'patch', entity: after.name, message }];
}

function columnsDifferences(
  workspace: Entities,
  before: EntityDefinition,
  after: EntityDefinition,
): readonly EntityDifference[] {
  const entity = after.name;
  const { both, removed, added, isReordered } = namedPairs(before.columns, after.columns, ({ name }) => name);
  return [
    ...removed.map(({ name }): EntityDifference => {
      const message = `${entity}.${name} was removed`;
      return { kind: 'column', change: 'removed', impact: 'major', entity, column: name, message };
    }),
    ...added.map((column): EntityDifference => {
      const effect = effectOnDeletes(workspace, [column]);
      const isRequired = column.nullable === false;
      const impact = isRequired || effect !== '' ? 'major' : 'minor';
      const what = isRequired ? 'added as a required column' : 'added';
      const message = `${entity}.${column.name} was ${what}${effect}`;
      return { kind: 'column', change: 'added', impact, entity, column: column.name, message };
    }),
    ...both.flatMap(([old, now]) => columnDifferences(after, old, now)),
    ...(isReordered
      ? ([
          {
            kind: 'order',
            change: 'changed',
            impact: 'patch',
            entity,
            message: `the columns of ${entity} are in another order, and so are the members of records and the details of errors`,
          },
        ] as const)
      : []),
  ];
}
