import { isObject } from '../../../contract/index.ts';
import type { PlannedRequest } from '../../../plan/index.ts';
import { collectionAt, collectionIn } from '../../../plan/index.ts';
import { parseBody } from '../../../judge/index.ts';
import { findRecords } from '../../records/find-records.ts';
import type { ProbeContext } from '../probe.ts';

/** Counts the records with each marker, by the key of the marker. */
export async function countMarked(
  { target, send }: ProbeContext,
  markers: readonly Marker[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const group of Map.groupBy(markers, ({ collection, column }) => `${collection} ${column}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { collection, column } = first;
    const found = await findRecords(send, {
      collection: collectionAt(target, collection),
      column,
      values: group.map(({ value }) => value),
    });
    for (const { value } of found) {
      const key = keyOf({ collection, column, value });
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** Returns a key that is unique to a marker. */
export function keyOf({ collection, column, value }: Marker): string {
  return [collection, column, value].join(' ');
}

/** A value that identifies a record, if the record was stored. */
export interface Marker {
  /** The raw path of its entity, relative to the base URL. */
  readonly collection: string;
  readonly column: string;
  readonly value: string;
}

/** Returns the values that would identify the records of a creation, in the workspaces that the run can list. */
export function markersOf({ target, drafts }: ProbeContext, { path, body }: PlannedRequest): readonly Marker[] {
  const { organization, workspace, restricted, reference } = target;
  const listed = [
    `/${organization}/${workspace}/${drafts.entity.name}`,
    `/${organization}/${workspace}/${reference?.entity}`,
    `/${organization}/${restricted?.workspace}/${drafts.entity.name}`,
  ];
  const collection = decodeURIComponent(path.includes('%zz') ? '' : path).replace(/\/bulk$/, '');
  if (!listed.includes(collection)) return [];
  const json = parseBody(body ?? '');
  const items = (Array.isArray(json) ? json : [json]).filter(isObject);
  return items.flatMap((item) => {
    const unique = item[drafts.entity.unique];
    const entry = typeof unique === 'string' ? [drafts.entity.unique, unique] : markedEntry(item);
    const [column, value] = entry ?? [];
    return typeof column === 'string' && typeof value === 'string'
      ? [{ collection: collectionIn(target, { path }).path, column, value }]
      : [];
  });
}

/** Returns a column whose text contains the digits of a run token. */
function markedEntry(item: Record<string, unknown>): readonly [string, unknown] | undefined {
  return Object.entries(item).find(([, value]) => typeof value === 'string' && /\d{14}/.test(value));
}

/** Whether a value is unique to one request, so that it cannot have been stored before. */
export function isFresh({ drafts }: ProbeContext, { value }: Marker): boolean {
  return /\d{14}/.test(value) && drafts.record('taken').values[drafts.entity.unique] !== value;
}
