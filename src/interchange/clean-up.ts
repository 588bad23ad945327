import { contract, isObject } from '../contract/index.ts';
import type { PlannedCase, Target } from '../plan/index.ts';
import { CREATED_ID, deleteAllRequest, findRequest, listedId } from '../plan/index.ts';
import { deleteRecord, stepOf, symbolicCollection } from './records.ts';
import { symbol } from './symbols.ts';
import type { Errand } from './workflow.ts';

/** Returns the values to save from the response to a case, to find the record that it created. */
export function savesOf({ expected }: PlannedCase): Readonly<Record<string, string>> {
  return createsOne(expected) ? { id: CREATED_ID } : {};
}

/** Returns the steps that delete the records a successful case creates. */
export function cleanUpAfter(target: Target, planned: PlannedCase): readonly Errand[] {
  const { variant, expected } = planned;
  const { entity } = target;
  if (entity === undefined || target.stateless) return [];
  if (createsOne(expected))
    return [deleteRecord(stepOf('delete', variant), symbolicCollection(target, entity.name), symbol(variant, 'id'))];
  const created = createdInBatch(planned, entity.unique);
  return created.length === 0 ? [] : findAndDelete(target, variant, entity, created);
}

function createsOne({ record }: PlannedCase['expected']): boolean {
  return record !== undefined && record.id === undefined;
}

/** Returns the unique values of the records that a batch creates, because the response does not contain their ids. */
function createdInBatch({ operationId, request, expected }: PlannedCase, unique: string): readonly string[] {
  if (operationId !== 'bulkCreateRecords' || expected.bulk === undefined) return [];
  const failed = expected.bulk.failed.map(({ index }) => index);
  const items: unknown = JSON.parse(request.body ?? '[]');
  return (Array.isArray(items) ? items : [])
    .filter((item, index) => isObject(item) && !failed.includes(index))
    .map((item) => String(item[unique]));
}

function findAndDelete(
  target: Target,
  variant: string,
  entity: NonNullable<Target['entity']>,
  values: readonly string[],
): readonly Errand[] {
  const find = stepOf('find', variant);
  const found = values.map((_value, index) => [`id${index}`, listedId(index)] as const);
  const collection = symbolicCollection(target, entity.name);
  return [
    {
      name: find,
      role: 'cleanUp',
      operationId: 'listRecords',
      request: findRequest(collection, entity.unique, values.join(','), 'in'),
      expected: { status: contract.operations.listRecords.success },
      saves: Object.fromEntries(found),
    },
    {
      name: stepOf('delete', variant),
      role: 'cleanUp',
      operationId: 'bulkDeleteRecords',
      request: deleteAllRequest(
        collection,
        found.map(([name]) => symbol(find, name)),
      ),
      expected: {
        status: contract.operations.bulkDeleteRecords.success,
        bulk: { succeeded: values.length, failed: [] },
      },
      saves: {},
    },
  ];
}
