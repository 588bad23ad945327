import type { Basis, OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { OwnRecord, RecordPurpose } from '../fixtures.ts';
import type { PlanContext } from '../plan-context.ts';
import type { Expectation } from '../planned-case.ts';
import type { RequestDraft } from '../request-draft.ts';

/** One way of succeeding: the request, and what of the answer is known beforehand. */
export interface SuccessVariant {
  readonly basis: Basis;
  readonly provoke: (
    context: PlanContext,
    operationId: OperationId,
  ) => { readonly request: RequestDraft; readonly known: Omit<Expectation, 'status' | 'error'> };
}

const PAGE_SIZE = 2;
const PAGE_PAST_THE_END = 10_000_000;

/** How each operation is made to succeed. */
export const success = {
  listRecords: {
    firstPage: { basis: 'api', provoke: (context, operationId) => page(context, operationId, 0) },
    pastTheEnd: { basis: 'api', provoke: (context, operationId) => page(context, operationId, PAGE_PAST_THE_END) },
  },
  createRecord: {
    created: {
      basis: 'api',
      provoke: (context, operationId) => {
        const values = context.newValues();
        return { request: { ...context.validRequest(operationId), body: values }, known: { record: { values } } };
      },
    },
  },
  getRecord: {
    existing: {
      basis: 'api',
      provoke: (context, operationId) => {
        const { id, values } = context.record('read');
        return { request: { ...context.validRequest(operationId), id }, known: { record: { id, values } } };
      },
    },
  },
  updateRecord: {
    oneColumn: {
      basis: 'api',
      provoke: (context, operationId) => {
        const { id, values } = context.record('update');
        const change = context.change();
        return {
          request: { ...context.validRequest(operationId), id, body: change },
          known: { record: { id, values: { ...values, ...change } } },
        };
      },
    },
  },
  deleteRecord: {
    deleted: {
      basis: 'api',
      provoke: (context, operationId) => ({
        request: { ...context.validRequest(operationId), id: context.record('delete').id },
        known: {},
      }),
    },
  },
  bulkCreateRecords: {
    everyItem: {
      basis: 'api',
      provoke: (context, operationId) => batch(context, operationId, [context.newValues(), context.newValues()]),
    },
    someItems: {
      basis: 'ours',
      provoke: (context, operationId) => {
        const taken = context.record('taken').values[context.entity.unique];
        const duplicate = { ...context.newValues(), [context.entity.unique]: taken };
        const failed = [{ index: 1, code: contract.scenarios.uniqueConstraintViolation.code }];
        return batch(context, operationId, [context.newValues(), duplicate], failed);
      },
    },
  },
  bulkUpdateRecords: {
    everyItem: { basis: 'api', provoke: (context, operationId) => ownBatch(context, operationId, 'bulkUpdateFirst') },
    someItems: {
      basis: 'ours',
      provoke: (context, operationId) => halfBatch(context, operationId, 'bulkUpdateSecond'),
    },
  },
  bulkDeleteRecords: {
    everyItem: { basis: 'api', provoke: (context, operationId) => ownBatch(context, operationId, 'bulkDeleteFirst') },
    someItems: {
      basis: 'ours',
      provoke: (context, operationId) => halfBatch(context, operationId, 'bulkDeleteSecond'),
    },
  },
} satisfies Record<OperationId, Readonly<Record<string, SuccessVariant>>>;

type Provoked = ReturnType<SuccessVariant['provoke']>;

function page(context: PlanContext, operationId: OperationId, number: number): Provoked {
  const query = { page: String(number), size: String(PAGE_SIZE) };
  return {
    request: { ...context.validRequest(operationId), query },
    known: { page: { page: number, size: PAGE_SIZE, empty: number > 0 } },
  };
}

function ownBatch(context: PlanContext, operationId: OperationId, purpose: RecordPurpose): Provoked {
  return batch(context, operationId, [itemOf(context, operationId, context.record(purpose))]);
}

/** A batch whose second item names a record that is not there. */
function halfBatch(context: PlanContext, operationId: OperationId, purpose: RecordPurpose): Provoked {
  const items = [
    itemOf(context, operationId, context.record(purpose)),
    context.batchItem(operationId, context.missingId),
  ];
  return batch(context, operationId, items, [{ index: 1, code: contract.scenarios.recordNotFound.code }]);
}

function itemOf(context: PlanContext, operationId: OperationId, record: OwnRecord): unknown {
  return context.batchItem(operationId, record.id);
}

function batch(
  context: PlanContext,
  operationId: OperationId,
  items: readonly unknown[],
  failed: NonNullable<Expectation['bulk']>['failed'] = [],
): Provoked {
  return {
    request: { ...context.validRequest(operationId), body: items },
    known: { bulk: { succeeded: items.length - failed.length, failed } },
  };
}
