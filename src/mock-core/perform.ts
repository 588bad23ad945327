import type { OperationId } from '../contract/index.ts';
import { isObject } from '../contract/index.ts';
import { attemptEach } from './attempt-each.ts';
import type { Call } from './call.ts';
import { checkNotReferenced, checkValues, existingId } from './check-record.ts';
import type { ExampleRecords } from './example-records.ts';
import { recordWithId } from './example-records.ts';
import type { StoredRecord } from './stored-record.ts';
import { storedRecord } from './stored-record.ts';
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

  createRecord(call, records) {
    const values = valuesOf(call.body);
    checkValues(call, values, 'create', records(call.entity));
    return { data: storedRecord(call.entity, newId(), values) };
  },

  getRecord(call, records) {
    const record = recordWithId(records, call.entity, existingId(call.id));
    return { data: showParts(call.shownParts, record, records) };
  },

  updateRecord(call, records) {
    const id = existingId(call.id);
    const record = recordWithId(records, call.entity, id);
    const values = valuesOf(call.body);
    checkValues(call, values, 'update', others(id, records(call.entity)));
    return { data: { ...record, ...values } };
  },

  deleteRecord(call) {
    existingId(call.id);
    checkNotReferenced(call, call.id);
    return undefined;
  },

  bulkCreateRecords(call, records) {
    const existing = records(call.entity);
    return attemptEach(itemsOf(call.body), (item) => checkValues(call, valuesOf(item), 'create', existing));
  },

  bulkUpdateRecords(call, records) {
    const existing = records(call.entity);
    return attemptEach(itemsOf(call.body), (item) => {
      const { id: sent, ...values } = valuesOf(item);
      const id = existingId(String(sent));
      checkValues(call, values, 'update', others(id, existing));
    });
  },

  bulkDeleteRecords(call) {
    return attemptEach(itemsOf(call.body), (id) => {
      existingId(String(id));
      checkNotReferenced(call, String(id));
    });
  },
} satisfies Record<OperationId, (call: Call, records: ExampleRecords) => object | undefined>;

/** A record may keep its own value in a unique column. */
function others(id: number, records: readonly StoredRecord[]): readonly StoredRecord[] {
  return id === 1 ? [] : records;
}

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
