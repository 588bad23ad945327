import type { CleanUpTools, RecordToDelete } from './clean-up-tools.ts';
import { findTogether } from './find-records.ts';

/** Returns those of some deleted records that lists still show. A target without the filter `in` shows nothing about them. */
export async function stillListed(
  { send, settling }: CleanUpTools,
  deleted: readonly RecordToDelete[],
): Promise<readonly RecordToDelete[]> {
  const marked = deleted.flatMap((record) => record.markers.map(({ column, value }) => ({ record, column, value })));
  const groups = Map.groupBy(marked, ({ record, column }) => `${record.collection.path} ${column}`);
  const listed: RecordToDelete[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const {
      column,
      record: { collection },
    } = first;
    const values = group.map(({ value }) => value);
    const look = async (): Promise<readonly RecordToDelete[]> => {
      const shown = await findTogether(send, { collection, column, values });
      return group
        .filter(({ record, value }) =>
          shown.some((each) => String(each.id) === String(record.id) && each.value === value),
        )
        .map(({ record }) => record);
    };
    try {
      listed.push(...(await settling.until(look, (found) => found.length === 0)));
    } catch {
      // The reads that followed each deletion showed that the records are gone.
    }
  }
  return [...new Set(listed)];
}
