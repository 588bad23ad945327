import type { PlanContext } from '../plan-context.ts';
import type { Provocation, Provoked } from '../provocation.ts';
import type { RequestDraft } from '../request-draft.ts';

export const foreignKeyViolation: Provocation<'foreignKeyViolation'> = {
  onCreate: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'createRecord',
    provoke: (context, operationId) => {
      const values = context.newReference(context.record('parent').id);
      return withMissingParent(context, context.validRequest(operationId), values);
    },
  },
  onUpdate: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'updateRecord',
    provoke: (context, operationId) => {
      const request = { ...context.validRequest(operationId), id: context.record('child').id };
      return withMissingParent(context, request, {});
    },
  },
};

function withMissingParent(
  context: PlanContext,
  request: RequestDraft,
  values: Readonly<Record<string, unknown>>,
): Provoked<'foreignKeyViolation'> {
  const { entity, column, table, missing } = context.reference;
  return {
    request: { ...request, entityName: entity, body: { ...values, [column]: missing } },
    values: { column, value: missing, table },
  };
}
