import { contract } from '../../../contract/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import { inWords, statusOf } from '../answer.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { batchBreach, compareCounts } from './batch-breach.ts';

/** Deletes an existing record and a missing one in one batch. */
export async function deletions({ drafts, send, create }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const record = await create();
  const body = [drafts.missingId, record.id];
  const exchange = await send(writeRequest({ ...drafts.validRequest('bulkDeleteRecords'), body }));
  const after = await send(writeRequest({ ...drafts.validRequest('getRecord'), id: record.id }));
  return [
    ...compareCounts('bulkDeleteRecords', exchange, { succeeded: 1, failed: 1 }),
    ...(statusOf(after) === 404
      ? []
      : [batchBreach('bulkDeleteRecords', 'the record of a valid item was not deleted', exchange)]),
  ];
}

/** Sends a batch of the maximum size, which must be accepted. It names only missing records, so nothing is deleted. */
export async function largestBatch({ drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const body = Array.from({ length: contract.limits.batch.maximum }, () => drafts.missingId);
  const exchange = await send(writeRequest({ ...drafts.validRequest('bulkDeleteRecords'), body }));
  if (statusOf(exchange) === 200) return [];
  const message = `a batch of ${contract.limits.batch.maximum} items ${inWords(exchange)}, not 200`;
  return [batchBreach('bulkDeleteRecords', message, exchange, { expected: { status: 200 } })];
}
