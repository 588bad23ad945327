import type { OperationId } from '../../contract/index.ts';
import { isObject } from '../../contract/index.ts';
import { attemptEach } from './attempt-each.ts';
import type { Call } from './call.ts';
import { checkNotReferenced, checkValues, existingId } from './check-record.ts';
import type { ExampleRecords, StoredRecord } from './example-records.ts';
import { recordWithId, storedRecord } from './example-records.ts';
import { selectRecords } from './select-records.ts';
import { showParts } from './shown-parts.ts';

/**
 * Returns the members of a success body that depend on the request, or `undefined` if the operation returns no body. Nothing is
 * stored.
 * @throws {ScenarioFailure} if the id or the values of a record trigger a failure
 */
export function perform(operationId: OperationId, call: Call, records: ExampleRecords): object | undefined {
  return performers[operationId](call, records);
}

const performers = {
  listRecords(call, records) {
    const [page, size] = [Number(call.query.page), Number(call.query.size)];
    const all = selectRecords(call.selection, records(call.entity));
    const data = all.slice(page * size, (page + 1) * size).map((record) => showParts(call.shownParts, record, records));
    return { data, meta: { page, size, totalElements: all.length, totalPages: Math.ceil(all.length / size) } };
  },

  createRecord(call) {
    const values = valuesOf(call.body);
    checkValues(call, values, 'create');
    return { data: storedRecord(call.entity, newId(), values) };
  },

  getRecord(call, records) {
    const record = recordWithId(records, call.entity, existingId(call.id));
    return { data: showParts(call.shownParts, record, records) };
  },

  updateRecord(call, records) {
    const record = recordWithId(records, call.entity, existingId(call.id));
    const values = valuesOf(call.body);
    checkValues(call, values, 'update');
    return { data: { ...record, ...values } };
  },

  deleteRecord(call) {
    existingId(call.id);
    checkNotReferenced(call, call.id);
    return undefined;
  },

  bulkCreateRecords(call) {
    return attemptEach(itemsOf(call.body), (item) => checkValues(call, valuesOf(item), 'create'));
  },

  bulkUpdateRecords(call) {
    return attemptEach(itemsOf(call.body), (item) => {
      const { id, ...values } = valuesOf(item);
      existingId(String(id));
      checkValues(call, values, 'update');
    });
  },

  bulkDeleteRecords(call) {
    return attemptEach(itemsOf(call.body), (id) => {
      existingId(String(id));
      checkNotReferenced(call, String(id));
    });
  },
} satisfies Record<OperationId, (call: Call, records: ExampleRecords) => object | undefined>;

/** Returns an id that looks generated and is not a trigger. */
function newId(): number {
  return 1_000 + Math.floor(Math.random() * 999_000);
}

function valuesOf(body: unknown): StoredRecord {
  if (!isObject(body)) throw new Error('A body that is not an object passed the schemas of the contract');
  return body;
}

function itemsOf(body: unknown): readonly unknown[] {
  if (!Array.isArray(body)) throw new Error('A body that is not an array passed the schemas of the contract');
  return body;
}
