import type { Place } from '../../../contract/index.ts';
import type { Target } from '../../../plan/index.ts';

/** Whether a target has an operation, as far as its file says. */
export function isPresent({ absentOperations }: Target, operationId: Place): boolean {
  return !Object.hasOwn(absentOperations, operationId);
}
