import type { OperationId } from '../../../contract/index.ts';
import { contract } from '../../../contract/index.ts';
import type { PlannedCase } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';

/** What the contract says of a write that is refused. */
export const CONTRACT = 'A refused write leaves no trace: no record changes, and no unique value is taken.';

/** The cases of the plan in which a write of a kind is refused. */
export function refusedCases(
  context: ProbeContext,
  wanted: (operationId: OperationId) => boolean,
): readonly PlannedCase[] {
  const writes = new Set<string>(contract.operationIds.filter((id) => contract.operations[id].write && wanted(id)));
  return context.plan.cases.filter(
    ({ operationId, scenario, expected }) => writes.has(operationId) && scenario !== 'success' && expected.status < 500,
  );
}
