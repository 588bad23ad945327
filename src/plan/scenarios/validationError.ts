import type { OperationId } from '../../contract/index.ts';
import type { PlanContext } from '../plan-context.ts';
import type { Provocation, Provoked } from '../provocation.ts';
import type { Values } from '../target.ts';

export const validationError: Provocation<'validationError'> = {
  requiredMissing: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'createRecord',
    provoke: (context, operationId) => {
      const { required } = context.entity;
      const request = context.validRequest(operationId);
      // Without a required column to leave out, everything is: then which fields are named is the target's to know.
      if (required === undefined) return { request: { ...request, body: {} }, fields: undefined };
      const { [required]: _left, ...body } = context.newValues();
      return { request: { ...request, body }, fields: [required] };
    },
  },
  constraintFailed: {
    basis: 'seed',
    provoke: (context, operationId) => {
      const [column, value] = Object.entries(context.entity.invalid)[0] ?? [];
      return withInvalid(context, operationId, column === undefined ? {} : { [column]: value });
    },
  },
  severalAtOnce: {
    basis: 'seed',
    provoke: (context, operationId) => withInvalid(context, operationId, context.entity.invalid),
  },
};

function withInvalid(context: PlanContext, operationId: OperationId, invalid: Values): Provoked<'validationError'> {
  const request = context.validRequest(operationId);
  const draft =
    operationId === 'updateRecord'
      ? { ...request, id: context.record('update').id, body: invalid }
      : { ...request, body: { ...context.newValues(), ...invalid } };
  return { request: draft, fields: Object.keys(invalid) };
}
