import type { Operation } from '../operation.ts';
import { removeRecord } from '../record.ts';

/** Deletes one record. */
export const deleteRecord: Operation = async (request) => {
  await removeRecord(request, request.id);
};
