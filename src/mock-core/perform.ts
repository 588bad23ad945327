import type { OperationId } from '../contract/index.ts';
import { isObject } from '../contract/index.ts';
import { attemptEach } from './attempt-each.ts';
import type { Call } from './call.ts';
import { checkNotReferenced, checkValues, existingRecord } from './check-record.ts';
import type { Records } from './records.ts';
import { selectRecords } from './select-records.ts';
import { showParts } from './shown-parts.ts';
import type { StoredRecord } from './stored-record.ts';

/**
 * Returns the members of a success body that depend on the request, or `undefined` if the operation returns no body.
 * @throws {ScenarioFailure} if the id or the values of a record trigger a failure
 */
export function perform(operationId: OperationId, call: Call, records: Records): object | undefined {
  return performers[operationId](call, records);
}

const performers = {
  listRecords(call, records) {
    const [page, size] = [Number(call.query.page), Number(call.query.size)];
    const all = selectRecords(call.selection, records.all(call.entity));
    const data = all.slice(page * size, (page + 1) * size).map((record) => showParts(call.shownParts, record, records));
    return { data, meta: { page, size, totalElements: all.length, totalPages: Math.ceil(all.length / size) } };
  },

  createRecord(call, records) {
    return { data: create(call, call.body, records) };
  },

  getRecord(call, records) {
    const record = existingRecord(call.entity, call.id, records);
    return { data: showParts(call.shownParts, record, records) };
  },

  updateRecord(call, records) {
    return { data: update(call, call.id, valuesOf(call.body), records) };
  },

  deleteRecord(call, records) {
    remove(call, call.id, records);
    return undefined;
  },

  bulkCreateRecords(call, records) {
    return attemptEach(itemsOf(call.body), (item) => create(call, item, records));
  },

  bulkUpdateRecords(call, records) {
    return attemptEach(itemsOf(call.body), (item) => {
      const { id, ...values } = valuesOf(item);
      update(call, String(id), values, records);
    });
  },

  bulkDeleteRecords(call, records) {
    return attemptEach(itemsOf(call.body), (id) => remove(call, String(id), records));
  },
} satisfies Record<OperationId, (call: Call, records: Records) => object | undefined>;

function create(call: Call, body: unknown, records: Records): StoredRecord {
  const values = valuesOf(body);
  checkValues(call, values, records, undefined);
  return records.create(call.entity, values);
}

function update(call: Call, id: string, values: StoredRecord, records: Records): StoredRecord {
  const record = existingRecord(call.entity, id, records);
  checkValues(call, values, records, Number(id));
  return records.update(call.entity, record, values);
}

function remove(call: Call, id: string, records: Records): void {
  existingRecord(call.entity, id, records);
  checkNotReferenced(call, id, records);
  records.remove(call.entity, Number(id));
}

function valuesOf(body: unknown): StoredRecord {
  if (!isObject(body)) throw new Error('A body that is not an object passed the schemas of the contract');
  return body;
}

function itemsOf(body: unknown): readonly unknown[] {
  if (!Array.isArray(body)) throw new Error('A body that is not an array passed the schemas of the contract');
  return body;
}
