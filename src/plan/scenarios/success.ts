import type { Basis, OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { RecordPurpose } from '../fixtures.ts';
import type { Change } from '../locations.ts';
import type { PlanContext } from '../plan-context.ts';
import type { Expectation } from '../planned-case.ts';

/** One successful request: the change to a valid request, and what is known about the response in advance. */
export interface SuccessVariant {
  readonly basis: Basis;
  /** The records of the run that it uses; none by default. */
  readonly needs?: readonly RecordPurpose[];
  /** @throws {NotProvokable} when the target or the fixtures lack something it needs */
  readonly provoke: (context: PlanContext, operationId: OperationId) => Provoked;
}

interface Provoked {
  readonly change: Change;
  readonly known: Omit<Expectation, 'status' | 'error'>;
}

const PAGE_SIZE = 2;
const PAGE_PAST_THE_END = 10_000_000;

/** The requests with which each operation succeeds. */
export const success = {
  listRecords: {
    firstPage: { basis: 'api', provoke: () => page(0) },
    pastTheEnd: { basis: 'api', provoke: () => page(PAGE_PAST_THE_END) },
  },
  createRecord: {
    created: {
      basis: 'api',
      provoke: (context) => {
        const values = context.newValues();
        return { change: { body: values }, known: { record: { values } } };
      },
    },
  },
  getRecord: {
    existing: {
      basis: 'api',
      needs: ['read'],
      provoke: (context) => {
        const { id, values } = context.record('read');
        return { change: { 'path.id': id }, known: { record: { id, values } } };
      },
    },
  },
  updateRecord: {
    oneColumn: {
      basis: 'api',
      needs: ['update'],
      provoke: (context) => {
        const { id, values } = context.record('update');
        const change = context.change();
        return {
          change: { 'path.id': id, body: change },
          known: { record: { id, values: { ...values, ...change } } },
        };
      },
    },
  },
  deleteRecord: {
    deleted: {
      basis: 'api',
      needs: ['delete'],
      provoke: (context) => ({ change: { 'path.id': context.record('delete').id }, known: {} }),
    },
  },
  bulkCreateRecords: {
    everyItem: {
      basis: 'api',
      provoke: (context) => batch([context.newValues(), context.newValues()]),
    },
    someItems: {
      basis: 'ours',
      needs: ['taken'],
      provoke: (context) => {
        const { entity, target } = context;
        const isUnique = target.lacks?.unique === undefined;
        const wrong = isUnique ? { [entity.unique]: context.record('taken').values[entity.unique] } : entity.invalid;
        const scenario = isUnique ? 'uniqueConstraintViolation' : 'validationError';
        const failed = [{ index: 1, code: contract.scenarios[scenario].code }];
        const invalid = { ...context.newValues(), ...wrong };
        return batch([context.newValues(), invalid], failed);
      },
    },
  },
  bulkUpdateRecords: {
    everyItem: ownBatch('bulkUpdateFirst'),
    someItems: halfBatch('bulkUpdateSecond'),
  },
  bulkDeleteRecords: {
    everyItem: ownBatch('bulkDeleteFirst'),
    someItems: halfBatch('bulkDeleteSecond'),
  },
} satisfies Record<OperationId, Readonly<Record<string, SuccessVariant>>>;

function page(number: number): Provoked {
  return {
    change: { 'query.page': String(number), 'query.size': String(PAGE_SIZE) },
    known: { page: { page: number, size: PAGE_SIZE, empty: number > 0 } },
  };
}

/** A batch with one record of the run. */
function ownBatch(purpose: RecordPurpose): SuccessVariant {
  return {
    basis: 'api',
    needs: [purpose],
    provoke: (context, operationId) => batch([context.batchItem(operationId, context.record(purpose).id)]),
  };
}

/** A batch whose second item refers to a record that does not exist. */
function halfBatch(purpose: RecordPurpose): SuccessVariant {
  return {
    basis: 'ours',
    needs: [purpose],
    provoke: (context, operationId) => {
      const ids = [context.record(purpose).id, context.missingId];
      const failed = [{ index: 1, code: contract.scenarios.recordNotFound.code }];
      return batch(
        ids.map((id) => context.batchItem(operationId, id)),
        failed,
      );
    },
  };
}

function batch(items: readonly unknown[], failed: NonNullable<Expectation['bulk']>['failed'] = []): Provoked {
  return { change: { body: items }, known: { bulk: { succeeded: items.length - failed.length, failed } } };
}
