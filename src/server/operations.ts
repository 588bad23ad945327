import type { OperationId } from '../contract/index.ts';
import type { Operation } from './operation.ts';
import { bulkCreateRecords } from './operations/bulk-create-records.ts';
import { bulkDeleteRecords } from './operations/bulk-delete-records.ts';
import { bulkUpdateRecords } from './operations/bulk-update-records.ts';
import { createRecord } from './operations/create-record.ts';
import { deleteRecord } from './operations/delete-record.ts';
import { getRecord } from './operations/get-record.ts';
import { listRecords } from './operations/list-records.ts';
import { updateRecord } from './operations/update-record.ts';

/** What carries out each operation of the contract. A new one is written in `operations/`, in a file of its name. */
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
