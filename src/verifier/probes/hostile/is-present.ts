import type { OperationKey } from '../../../contract/index.ts';
import type { Target } from '../../../plan/index.ts';

/** Whether a target has an operation, as far as its file says. */
export function isPresent({ absentOperations }: Target, operationId: OperationKey): boolean {
  return !Object.hasOwn(absentOperations, operationId);
}
