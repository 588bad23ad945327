import type { OperationId } from '../../contract/index.ts';
import { bulkCreateRecords, bulkDeleteRecords, bulkUpdateRecords } from './bulk.ts';
import type { Operation } from './operation.ts';
import { createRecord, deleteRecord, getRecord, listRecords, updateRecord } from './records.ts';

/** The implementation of each operation of the contract. */
export const operationOf = {
  listRecords,
  createRecord,
  getRecord,
  updateRecord,
  deleteRecord,
  bulkCreateRecords,
  bulkUpdateRecords,
  bulkDeleteRecords,
} as const satisfies Record<OperationId, Operation>;
