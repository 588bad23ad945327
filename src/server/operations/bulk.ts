import { isObject } from '../../contract/index.ts';
import { isId, isRecordWithId, requireBatch, runBatch } from './batch.ts';
import type { Operation } from './operation.ts';
import { changeRecord, removeRecord, writeNewRecord } from './record-steps.ts';

/** Creates a batch of records, independently of each other. */
export const bulkCreateRecords: Operation = async (request) => {
  const items = requireBatch(request.body, isObject, 'a JSON object');
  return runBatch(items, (values) => writeNewRecord(request, values), request.failureOf);
};

/** Updates a batch of records, independently of each other. */
export const bulkUpdateRecords: Operation = async (request) => {
  const items = requireBatch(request.body, isRecordWithId, 'a JSON object with the id of its record as a whole number');
  return runBatch(items, (values) => changeRecord(request, String(values.id), values), request.failureOf);
};

/** Deletes a batch of records, independently of each other. */
export const bulkDeleteRecords: Operation = async (request) => {
  const ids = requireBatch(request.body, isId, 'the id of a record as a whole number');
  return runBatch(ids, (id) => removeRecord(request, String(id)), request.failureOf);
};
