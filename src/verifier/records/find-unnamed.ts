import type { Leftover } from '../senders/target-unavailable.ts';
import type { CleanUpTools, RecordToDelete } from './clean-up-tools.ts';
import { messageOf, possibleLeftover } from './clean-up-tools.ts';
import { eachAtOnce } from './each-at-once.ts';
import { lookUp } from './find-records.ts';
import type { UnnamedRecord } from './ledger.ts';
import type { Marker } from './possible-records.ts';
import type { ReadNamed } from './read-named.ts';

/** The records that were found by their values, and those that may exist although they were not found. */
export interface FoundUnnamed {
  readonly own: readonly RecordToDelete[];
  readonly leftovers: readonly Leftover[];
}

const UNMARKED = 'it may exist: its creation was not refused, and nothing in it identifies it as a record of the run';

type MarkedRecord = UnnamedRecord & { readonly marker: Marker };

/**
 * Looks up the records that no response named. Refused creations are looked up too, because a wrong target may have stored their
 * records; they are listed only if they were found.
 */
export async function findUnnamed(tools: CleanUpTools, { own, misnamed }: ReadNamed): Promise<FoundUnnamed> {
  const all = [...tools.ledger.unnamed, ...misnamed];
  const marked = all.flatMap((each): readonly MarkedRecord[] =>
    each.possible.marker === undefined ? [] : [{ ...each, marker: each.possible.marker }],
  );
  const groups = Map.groupBy(marked, ({ possible, marker }) => `${possible.collection.path} ${marker.column}`);
  const found = [];
  for (const group of groups.values()) found.push(await findGroup(tools, own, group));
  const unmarked = all.filter(({ possible, isRefused }) => possible.marker === undefined && !isRefused);
  return {
    own: found.flatMap((each) => each.own),
    leftovers: [
      ...found.flatMap((each) => each.leftovers),
      ...unmarked.map(({ possible }) => possibleLeftover(possible, UNMARKED)),
    ],
  };
}

/** Looks up records of one collection by one column. */
async function findGroup(
  tools: CleanUpTools,
  known: readonly RecordToDelete[],
  group: readonly MarkedRecord[],
): Promise<FoundUnnamed> {
  const [first] = group;
  if (first === undefined) return { own: [], leftovers: [] };
  const { collection } = first.possible;
  const { column } = first.marker;
  const values = [...new Set(group.map(({ marker }) => marker.value))];
  const control = known
    .filter(
      (each) => each.collection.path === collection.path && each.markers.some((marker) => marker.column === column),
    )
    .map(({ markers }) => markers.find((marker) => marker.column === column)?.value)[0];
  // A target that refused every one of them most likely does not have the collection.
  const expected = new Set(group.filter(({ isRefused }) => !isRefused).map(({ marker }) => marker.value));
  const missing = (why: string, among: readonly string[]): readonly Leftover[] =>
    among
      .filter((value) => expected.has(value))
      .map((value) => ({ collection: collection.path, record: `${column} ${JSON.stringify(value)}`, reason: why }));
  try {
    const wanted = { collection, column, values, ...(control === undefined ? {} : { control }) };
    const { records, isComplete } = await lookUp(tools.send, wanted);
    const own: (RecordToDelete & { readonly value: string })[] = [];
    await eachAtOnce(records, async ({ id, value }) => {
      const markers = group.map(({ marker }) => marker).filter((marker) => marker.value === value);
      const why = await tools.ownership.confirm(collection, id, markers);
      if (why === undefined) own.push({ collection, id, markers, value });
    });
    const unseen = values.filter((value) => !own.some((record) => record.value === value));
    // A list shows that the record exists, whatever the target said about its creation.
    for (const { value } of records)
      if (group.some(({ marker }) => marker.isOfRun && marker.value === value)) expected.add(value);
    // Lists that show a value in records of others prove nothing.
    const isProved = isComplete && own.length === records.length;
    return {
      own,
      leftovers: isProved
        ? []
        : missing('it may exist: its creation was not refused, and no list proves that it does not', unseen),
    };
  } catch (error) {
    return { own: [], leftovers: missing(`it may exist, and could not be looked up: ${messageOf(error)}`, values) };
  }
}
