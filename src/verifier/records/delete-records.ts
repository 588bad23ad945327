import { deleteRequest } from '../../plan/index.ts';
import type { CleanUpTools, RecordToDelete } from './clean-up-tools.ts';
import { messageOf, pathOf } from './clean-up-tools.ts';
import { eachAtOnce } from './each-at-once.ts';
import { stillListed } from './still-listed.ts';

/** A record that could not be deleted, and why. */
type Remaining = readonly [RecordToDelete, string];

/** How often a record is tried again. Records reference each other over one level, and the rest is for chance failures. */
const MOST_ROUNDS = 6;

/**
 * Deletes records, newest first. A record that another still references is tried again once the other is gone. A record counts as
 * deleted once reads and lists no longer show it.
 */
export async function deleteRecords(
  tools: CleanUpTools,
  records: readonly RecordToDelete[],
): Promise<readonly Remaining[]> {
  let remaining = [...records].reverse().map((each): Remaining => [each, '']);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = remaining;
    const failed: Remaining[] = [];
    await eachAtOnce(before, async ([each]) => {
      const why = await deleteRecord(tools, each, round > 0);
      if (why !== undefined) failed.push([each, why]);
      tools.onProgress(records.length - before.length + 1, records.length);
    });
    remaining = failed;
    if (remaining.length === 0 || remaining.length === before.length) break;
  }
  const gone = records.filter((each) => !remaining.some(([one]) => one === each));
  const listed = await stillListed(tools, gone);
  return [...remaining, ...listed.map((each): Remaining => [each, 'reads no longer show it, but lists do'])];
}

/**
 * Deletes one record. Returns why it may still exist, or `undefined` if it is gone.
 * @param again whether it was tried before: then it may be gone, and its id may be that of a record of somebody else
 */
async function deleteRecord(tools: CleanUpTools, record: RecordToDelete, again: boolean): Promise<string | undefined> {
  const { send, settling } = tools;
  try {
    if (again && !(await isOwn(tools, record))) return await whyShown(tools, record);
    const exchange = await send(deleteRequest(record.collection, record.id));
    tools.ownership.forget(pathOf(record));
    if ('failure' in exchange) return await unlessGone(tools, record, `DELETE got no response (${exchange.failure})`);
    const { status } = exchange.response;
    if (status >= 500) return await unlessGone(tools, record, `DELETE returned ${status}`);
    if (status >= 300 && status !== 404 && status !== 410) return `DELETE returned ${status}`;
    const shown = await settling.until(
      () => whyShown(tools, record),
      (why) => why === undefined,
    );
    return shown === undefined ? undefined : `DELETE returned ${status}, but ${shown}`;
  } catch (error) {
    return `DELETE failed: ${messageOf(error)}`;
  }
}

/** Returns why a record may still exist, unless reads no longer show it: the deletion may have been carried out. */
async function unlessGone(tools: CleanUpTools, record: RecordToDelete, why: string): Promise<string | undefined> {
  return (await whyShown(tools, record)) === undefined ? undefined : why;
}

/** Whether a read or a list shows the record now, and that it is the run's own. */
async function isOwn({ ownership }: CleanUpTools, { collection, id, markers }: RecordToDelete): Promise<boolean> {
  const reading = await ownership.read(collection, id);
  if (reading.is === 'own') return ownership.isOf(markers, reading.texts);
  if (reading.is === 'unknown' && reading.shows === 'another') return false;
  return (await ownership.isListed(collection, id, markers)) === true;
}

/**
 * Returns what shows that a record may still exist, or `undefined` if reads no longer show it. A record under its id without its
 * values may be its remains.
 */
async function whyShown(
  { ownership }: CleanUpTools,
  { collection, id, markers }: RecordToDelete,
): Promise<string | undefined> {
  const reading = await ownership.read(collection, id);
  if (reading.is === 'own') return 'reads still show it';
  if (reading.is === 'missing') return undefined;
  if (reading.shows === 'another') return reading.why;
  return (await ownership.isListed(collection, id, markers)) === false ? undefined : reading.why;
}
