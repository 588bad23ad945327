import { deleteRequest } from '../../plan/index.ts';
import type { CleanUpTools, RecordToDelete } from './clean-up-tools.ts';
import { messageOf, pathOf } from './clean-up-tools.ts';
import type { Ownership } from './ownership.ts';
import { eachAtOnce } from './each-at-once.ts';

/** A record that could not be deleted, and why. */
type Remaining = readonly [RecordToDelete, string];

/**
 * Deletes records, newest first. A record that another still references is tried again once the other is gone. A record counts as
 * deleted once reads no longer show it.
 */
export async function deleteRecords(
  tools: CleanUpTools,
  records: readonly RecordToDelete[],
): Promise<readonly Remaining[]> {
  let remaining = [...records].reverse().map((each): Remaining => [each, '']);
  for (;;) {
    const before = remaining;
    const failed: Remaining[] = [];
    await eachAtOnce(before, async ([each]) => {
      const why = await deleteRecord(tools, each);
      if (why !== undefined) failed.push([each, why]);
      tools.onProgress(records.length - before.length + 1, records.length);
    });
    remaining = failed;
    if (remaining.length === 0 || remaining.length === before.length) return remaining;
  }
}

/** Deletes one record. Returns why it may still exist, or `undefined` if it is gone. */
async function deleteRecord(
  { send, ownership, settling }: CleanUpTools,
  { collection, id, markers }: RecordToDelete,
): Promise<string | undefined> {
  try {
    const exchange = await send(deleteRequest(collection, id));
    if ('failure' in exchange) return `DELETE got no response (${exchange.failure})`;
    const { status } = exchange.response;
    if (status >= 300 && status !== 404) return `DELETE returned ${status}`;
    ownership.forget(pathOf({ collection, id }));
    const shown = await settling.until(
      () => stillShown(ownership, { collection, id, markers }),
      (why) => why === undefined,
    );
    return shown === undefined ? undefined : `DELETE returned ${status}, but ${shown}`;
  } catch (error) {
    return `DELETE failed: ${messageOf(error)}`;
  }
}

/** Returns what shows that a record may still exist, or `undefined` if reads and lists no longer show it. */
async function stillShown(
  ownership: Ownership,
  { collection, id, markers }: RecordToDelete,
): Promise<string | undefined> {
  const reading = await ownership.read(collection, id);
  if (reading.is === 'own') return 'reads still show it';
  if (reading.is === 'missing' || reading.shows === 'another') return undefined;
  return (await ownership.isListed(collection, id, markers)) === false ? undefined : reading.why;
}
