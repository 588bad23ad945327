import type { OperationId } from '../../contract/index.ts';
import type { PlanContext } from '../plan-context.ts';
import { NotProvokable } from '../planned-case.ts';
import type { Provocation, Provoked } from '../provocation.ts';
import type { RequestDraft } from '../request-draft.ts';

export const uniqueConstraintViolation: Provocation<'uniqueConstraintViolation'> = {
  onCreate: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'createRecord',
    provoke: (context, operationId) => {
      const request = context.validRequest(operationId);
      return withTakenValue(context, request, context.newValues());
    },
  },
  onUpdate: {
    basis: 'seed',
    appliesTo: (operationId) => operationId === 'updateRecord',
    provoke: (context, operationId) => {
      const request = { ...updateOf(context, operationId) };
      return withTakenValue(context, request, {});
    },
  },
};

function updateOf(context: PlanContext, operationId: OperationId): RequestDraft {
  return { ...context.validRequest(operationId), id: context.record('update').id };
}

function withTakenValue(
  context: PlanContext,
  request: RequestDraft,
  values: Readonly<Record<string, unknown>>,
): Provoked<'uniqueConstraintViolation'> {
  const { unique } = context.entity;
  const value = context.record('taken').values[unique];
  if (typeof value !== 'string') throw new NotProvokable(`the target file's entity.valid has no text for ${unique}`);
  return { request: { ...request, body: { ...values, [unique]: value } }, values: { column: unique, value } };
}
