import type { OperationId } from '../../contract/index.ts';
import type { RecordPurpose } from '../fixtures.ts';
import type { Change } from '../locations.ts';
import { columns } from '../locations.ts';
import type { PlanContext } from '../plan-context.ts';
import { NotApplicable } from '../not-provokable.ts';
import type { Provocation } from '../provocation.ts';
import type { TargetEntity, Values } from '../target.ts';

export const validationError: Provocation<'validationError'> = {
  requiredMissing: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'createRecord',
    // Without a required column, the body is empty. Then it is not known which fields the details name.
    change: ({ entity: { required }, target: { lacks } }) => {
      if (lacks?.required !== undefined) throw new NotApplicable(lacks.required);
      return required === undefined ? { body: {} } : columns({ [required]: undefined });
    },
    fields: ({ entity: { required } }) => (required === undefined ? undefined : [required]),
  },
  constraintFailed: {
    basis: 'seed',
    needs: ofUpdate,
    change: (context, operationId) => withInvalid(context, operationId, firstInvalid(context.entity)),
    fields: ({ entity }) => Object.keys(firstInvalid(entity)),
  },
  severalAtOnce: {
    basis: 'seed',
    needs: ofUpdate,
    change: (context, operationId) => withInvalid(context, operationId, context.entity.invalid),
    fields: ({ entity }) => Object.keys(entity.invalid),
  },
};

function ofUpdate(operationId: OperationId): readonly RecordPurpose[] {
  return operationId === 'updateRecord' ? ['update'] : [];
}

function firstInvalid({ invalid }: TargetEntity): Values {
  return Object.fromEntries(Object.entries(invalid).slice(0, 1));
}

function withInvalid(context: PlanContext, operationId: OperationId, invalid: Values): Change {
  if (operationId === 'updateRecord') return { 'path.id': context.record('update').id, body: invalid };
  return columns(invalid);
}
