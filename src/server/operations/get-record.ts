import type { Operation } from '../operation.ts';
import { refuseUnsupported } from '../parameters.ts';
import { readRecord } from '../record.ts';

/** One record. */
export const getRecord: Operation = async (request) => {
  refuseUnsupported(request.query, ['fields', 'expand']);
  return { data: await readRecord(request, request.id) };
};
