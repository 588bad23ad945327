import { writeRequest } from '../../../plan/index.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { compareCounts } from './batch-breach.ts';

/** Sends a bulk update that references a missing record: batches must check references too. */
export async function references({ target, drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  if (target.reference === undefined) return [];
  const { entity, column, missing } = drafts.reference;
  const body = [{ id: drafts.record('child').id, [column]: missing }];
  const exchange = await send(writeRequest({ ...drafts.validRequest('bulkUpdateRecords'), entityName: entity, body }));
  return compareCounts('bulkUpdateRecords', exchange, { succeeded: 0, failed: 1 });
}
