import { contract } from '../contract/index.ts';
import type { Collection, Fixtures, PlannedCase, RecordPurpose, RecordToArrange, Target } from '../plan/index.ts';
import {
  collectionOf,
  CREATED_ID,
  createRequest,
  deleteRequest,
  fixturesOfStateless,
  NotProvokable,
  recordPurposes,
  recordToArrange,
} from '../plan/index.ts';
import { capital } from './capital.ts';
import { RUN } from './inputs.ts';
import { input, symbol } from './symbols.ts';
import type { Errand } from './workflow.ts';

/** The purposes in the order of creation: the referenced record comes first. */
const inOrder: readonly RecordPurpose[] = ['parent', ...recordPurposes.filter((purpose) => purpose !== 'parent')];

/** Returns the fixtures of a run that has not started: the values of each record are known, and its id is a symbol. */
export function symbolicFixtures(target: Target): Fixtures {
  if (target.stateless) return fixturesOfStateless(target, input(RUN));
  const records = recordPurposes.map((purpose) => {
    const record = toArrange(target, purpose);
    return [purpose, 'reason' in record ? record : { id: idOf(purpose), values: record.values }] as const;
  });
  return { run: input(RUN), records: Object.fromEntries(records) as Fixtures['records'] };
}

/** Returns the records that a case needs, including the ones they reference, in the order of creation. */
export function neededBy(target: Target, { needs = [] }: PlannedCase): readonly RecordPurpose[] {
  if (target.stateless) return [];
  return inOrder.filter((purpose) => needs.includes(purpose) || (purpose === 'parent' && needs.includes('child')));
}

/** Returns the step that creates the record for a purpose. */
export function createRecordFor(target: Target, purpose: RecordPurpose): Errand {
  const record = toArrange(target, purpose);
  if ('reason' in record) throw new Error(`cannot create the record for ${purpose}: ${record.reason}`);
  return {
    name: stepOf('create', purpose),
    role: 'arrange',
    operationId: 'createRecord',
    request: createRequest(symbolicCollection(target, record.entityName), record.values),
    expected: { status: contract.operations.createRecord.success },
    saves: { id: CREATED_ID },
  };
}

/** Returns the step that deletes the record for a purpose. */
export function deleteRecordOf(target: Target, purpose: RecordPurpose): Errand {
  const record = toArrange(target, purpose);
  const entityName = 'reason' in record ? '' : record.entityName;
  return deleteRecord(stepOf('delete', purpose), symbolicCollection(target, entityName), idOf(purpose));
}

/** Returns the step that deletes a record by its id. */
export function deleteRecord(name: string, collection: Collection, id: string): Errand {
  return {
    name,
    role: 'cleanUp',
    operationId: 'deleteRecord',
    request: deleteRequest(collection, id),
    expected: { status: contract.operations.deleteRecord.success },
    saves: {},
  };
}

/** Returns the collection of an entity, with symbols for its workspace and key. */
export function symbolicCollection(target: Target, entityName: string): Collection {
  const collection = collectionOf(target, entityName);
  if ('reason' in collection) throw new Error(`cannot access the records of ${entityName}: ${collection.reason}`);
  return collection;
}

/** Returns the symbol for the id of a purpose's record. */
function idOf(purpose: RecordPurpose): string {
  return symbol(stepOf('create', purpose), 'id');
}

/** Returns the name of a step that acts on a record or a variant. */
export function stepOf(verb: 'create' | 'find' | 'delete', what: string): string {
  return `${verb}${capital(what)}`;
}

function toArrange(target: Target, purpose: RecordPurpose): RecordToArrange | { readonly reason: string } {
  const hasParent = purpose === 'parent' || !('reason' in toArrange(target, 'parent'));
  try {
    return recordToArrange(target, purpose, input(RUN), hasParent ? idOf('parent') : undefined);
  } catch (error) {
    // The document is run later, so some values cannot be written into it.
    if (error instanceof NotProvokable) return { reason: error.message };
    throw error;
  }
}
