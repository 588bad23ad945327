import { isObject } from '../../contract/index.ts';
import { requireBatch, runBatch } from '../batch.ts';
import type { Operation } from '../operation.ts';
import { writeNewRecord } from '../record.ts';

/** Creates up to 100 records, each by itself. */
export const bulkCreateRecords: Operation = async (request) => {
  const items = requireBatch(request.body, isObject, 'a JSON object');
  return runBatch(items, (values) => writeNewRecord(request, values), request.failureOf);
};
