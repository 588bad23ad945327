import type { OperationId } from '../../../contract/index.ts';
import { contract } from '../../../contract/index.ts';
import type { PlannedCase } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';

/** The rule of the contract about refused writes. */
export const CONTRACT = 'A refused write leaves no trace: no record changes, and no unique value is taken.';

/** Returns the cases of the plan in which a write of one of the included operations is refused. */
export function refusedCases(
  context: ProbeContext,
  includes: (operationId: OperationId) => boolean,
): readonly PlannedCase[] {
  const writes = new Set<string>(contract.operationIds.filter((id) => contract.operations[id].write && includes(id)));
  return context.plan.cases.filter(
    ({ operationId, scenario, expected }) => writes.has(operationId) && scenario !== 'success' && expected.status < 500,
  );
}
