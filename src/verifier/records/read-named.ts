import type { Leftover } from '../senders/target-unavailable.ts';
import type { CleanUpTools, RecordToDelete } from './clean-up-tools.ts';
import { leftoverOf, messageOf, pathOf } from './clean-up-tools.ts';
import { eachAtOnce } from './each-at-once.ts';
import type { NamedRecord, UnnamedRecord } from './ledger.ts';

/** What is known of the records that responses named. */
export interface ReadNamed {
  readonly own: readonly RecordToDelete[];
  readonly leftovers: readonly Leftover[];
  /** Records that a response named by the id of another: they may exist under their own. */
  readonly misnamed: readonly UnnamedRecord[];
}

/** What a read of a named record showed. */
type Fate =
  | { readonly is: 'own'; readonly texts: readonly string[] }
  | { readonly is: 'gone' | 'missing' }
  | { readonly is: 'unknown'; readonly why: string };

/** Reads every record that a response named, to find out whether it is the run's own and still exists. */
export async function readNamed(tools: CleanUpTools): Promise<ReadNamed> {
  const own: RecordToDelete[] = [];
  const leftovers: Leftover[] = [];
  const misnamed: UnnamedRecord[] = [];
  await eachAtOnce([...Map.groupBy(tools.ledger.named, pathOf).values()], async (group) => {
    const [first] = group;
    if (first === undefined) return;
    const fate = await fateOf(tools, first);
    if (fate.is === 'own') own.push({ ...first, markers: tools.ledger.markersOf(first) });
    if (fate.is === 'unknown') leftovers.push(leftoverOf(first, fate.why));
    const isNamedRight = (each: NamedRecord): boolean =>
      fate.is === 'own' && tools.ownership.isOf(tools.ledger.markersOf(each), fate.texts);
    if (fate.is === 'gone' && group.length === 1) return;
    const others = group.filter((each) => !isNamedRight(each)).flatMap(({ possible }) => possible ?? []);
    misnamed.push(...others.map((possible) => ({ possible, isRefused: false })));
  });
  return { own, leftovers, misnamed };
}

async function fateOf({ ownership, ledger }: CleanUpTools, each: NamedRecord): Promise<Fate> {
  const { collection, id } = each;
  const markers = ledger.markersOf(each);
  const path = pathOf(each);
  const known = ownership.textsOf(path);
  if (known !== undefined) return { is: 'own', texts: known };
  const wasOwn = ownership.wasOwn(path);
  try {
    const unusable = ownership.unusable(id);
    if (unusable !== undefined) return { is: 'unknown', why: `a response named it as created, but ${unusable}` };
    const reading = await ownership.read(collection, id);
    if (reading.is === 'own') return reading;
    const isAnother = reading.is === 'unknown' && reading.shows === 'another';
    if (wasOwn && (isAnother || reading.is === 'missing')) {
      if ((await ownership.isListed(collection, id, markers)) !== true) return { is: 'gone' };
      // Another client's record may have got the id of one that the run deleted.
      return isAnother
        ? { is: 'unknown', why: `lists show it, but ${reading.why}; it was not deleted` }
        : { is: 'own', texts: [] };
    }
    const why = await ownership.confirm(collection, id, markers);
    if (why === undefined) return { is: 'own', texts: [] };
    if (wasOwn) return { is: 'unknown', why: `${why}; it was not deleted` };
    if (reading.is === 'missing' && markers.length > 0) return { is: 'missing' };
    return { is: 'unknown', why: `a response named it as created, but ${why}; it was not touched` };
  } catch (error) {
    return { is: 'unknown', why: `it could not be read: ${messageOf(error)}` };
  }
}
