import { requireRecord } from '../body.ts';
import type { Operation } from '../operation.ts';
import { changeRecord } from '../record.ts';

/** Changes the columns that were sent and answers the whole record. */
export const updateRecord: Operation = async (request) => ({
  data: await changeRecord(request, request.id, requireRecord(request.body)),
});
