import { isId, requireBatch, runBatch } from '../batch.ts';
import type { Operation } from '../operation.ts';
import { removeRecord } from '../record.ts';

/** Deletes up to 100 records, each by itself. */
export const bulkDeleteRecords: Operation = async (request) => {
  const ids = requireBatch(request.body, isId, 'the id of a record, a whole number');
  return runBatch(ids, (id) => removeRecord(request, String(id)), request.failureOf);
};
