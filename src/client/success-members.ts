import type { OperationId } from '../contract/index.ts';
import type { DataOf } from './result.ts';

/**
 * The members that the body of a success must have. A body without them is some other document (an envelope sent with
 * status 200, say), and to call it a success would only move the failure into the caller's code.
 */
export const successMembers = {
  listRecords: ['data', 'meta'],
  createRecord: ['data'],
  getRecord: ['data'],
  updateRecord: ['data'],
  deleteRecord: [],
  bulkCreateRecords: ['succeeded', 'failed'],
  bulkUpdateRecords: ['succeeded', 'failed'],
  bulkDeleteRecords: ['succeeded', 'failed'],
} satisfies { readonly [Id in OperationId]: readonly (keyof DataOf<Id>)[] };
