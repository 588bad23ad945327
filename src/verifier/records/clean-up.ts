import type { Leftover } from '../senders/target-unavailable.ts';
import type { CleanUpTools } from './clean-up-tools.ts';
import { leftoverOf, messageOf, pathOf, possibleLeftover } from './clean-up-tools.ts';
import { deleteRecords } from './delete-records.ts';
import { findUnnamed } from './find-unnamed.ts';
import { readNamed } from './read-named.ts';

/**
 * Deletes the records that a run created, and returns those that it could not delete, or that may exist. Deletes no record
 * before a read has shown that it is the run's own. Never throws.
 */
export async function cleanUp(tools: CleanUpTools): Promise<readonly Leftover[]> {
  try {
    const named = await readNamed(tools);
    const unnamed = await findUnnamed(tools, named);
    const own = [...new Map([...named.own, ...unnamed.own].map((each) => [pathOf(each), each])).values()];
    const remaining = await deleteRecords(tools, own);
    return [...named.leftovers, ...unnamed.leftovers, ...remaining.map(([each, why]) => leftoverOf(each, why))];
  } catch (error) {
    const why = `it may exist: cleaning up failed: ${messageOf(error)}`;
    const { named, unnamed } = tools.ledger;
    return [
      ...named.map((each) => leftoverOf(each, why)),
      ...unnamed.flatMap(({ possible, isRefused }) => (isRefused ? [] : [possibleLeftover(possible, why)])),
    ];
  }
}
