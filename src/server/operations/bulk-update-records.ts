import { isRecordWithId, requireBatch, runBatch } from '../batch.ts';
import type { Operation } from '../operation.ts';
import { changeRecord } from '../record.ts';

/** Changes up to 100 records, each by itself. */
export const bulkUpdateRecords: Operation = async (request) => {
  const items = requireBatch(request.body, isRecordWithId, 'a JSON object with the id of its record, a whole number');
  return runBatch(items, (values) => changeRecord(request, String(values.id), values), request.failureOf);
};
