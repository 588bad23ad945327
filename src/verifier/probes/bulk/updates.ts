import type { RecordId } from '../../../plan/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import { sameText, lostValues } from '../../../judge/index.ts';
import { recordOf } from '../answer.ts';
import { differences } from '../compare/differences.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { batchBreach, compareCounts } from './batch-breach.ts';
import { invalidWithoutUnique } from './invalid-without-unique.ts';

/** Sends a batch with one valid update and several invalid ones. */
export async function updates({ target, drafts, send, create }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { unique } = drafts.entity;
  const [one, other] = [await create(), await create()];
  const taken = drafts.record('taken').values[unique];
  const isUnique = target.lacks?.unique === undefined;
  const change = drafts.change();
  const invalid = invalidWithoutUnique(drafts.entity);
  const items = [
    { id: drafts.missingId, ...drafts.change() },
    ...(isUnique ? [{ id: one.id, [unique]: taken }] : []),
    ...(invalid === undefined ? [] : [{ id: one.id, ...invalid }]),
    { id: other.id, ...change },
  ];
  const read = async (id: RecordId) => recordOf(await send(writeRequest({ ...drafts.validRequest('getRecord'), id })));
  const before = await read(other.id);
  const exchange = await send(writeRequest({ ...drafts.validRequest('bulkUpdateRecords'), body: items }));
  const [refused, changed] = [await read(one.id), await read(other.id)];
  const lost = lostValues(change, changed ?? {});
  const notSent = Object.keys(other.values).filter((column) => !Object.hasOwn(change, column));
  const kept = differences(notSent, before, changed);
  return [
    ...compareCounts('bulkUpdateRecords', exchange, { succeeded: 1, failed: items.length - 1 }),
    ...(isUnique && sameText(String(refused?.[unique]), String(taken))
      ? [batchBreach('bulkUpdateRecords', 'an item that sets a taken unique value was stored', exchange)]
      : []),
    ...(lost === '' ? [] : [batchBreach('bulkUpdateRecords', `a valid item was stored with ${lost}`, exchange)]),
    ...(kept === ''
      ? []
      : [batchBreach('bulkUpdateRecords', `an item changed columns that were not sent: ${kept}`, exchange)]),
  ];
}
