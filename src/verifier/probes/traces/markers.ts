import { isObject } from '../../../contract/index.ts';
import type { PlannedRequest } from '../../../plan/index.ts';
import { collectionAt, collectionIn } from '../../../plan/index.ts';
import { parseBody } from '../../judge/parse-body.ts';
import { findRecords } from '../../records/find-records.ts';
import type { ProbeContext } from '../probe.ts';

/** How many records there are with each marker, by its key. */
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

/** What tells one marker from another. */
export function keyOf({ collection, column, value }: Marker): string {
  return [collection, column, value].join(' ');
}

/** A value by which a record would be known again. */
export interface Marker {
  /** The raw path of its entity below the base URL. */
  readonly collection: string;
  readonly column: string;
  readonly value: string;
}

/** By which values the records that a creation sends would be known again, in the workspaces that the run can list. */
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

/** A column whose text has the digits of a run in it. */
function markedEntry(item: Record<string, unknown>): readonly [string, unknown] | undefined {
  return Object.entries(item).find(([, value]) => typeof value === 'string' && /\d{14}/.test(value));
}

/** Whether a value is new with this request, so that nobody can have stored it before. */
export function isFresh({ drafts }: ProbeContext, { value }: Marker): boolean {
  return /\d{14}/.test(value) && drafts.record('taken').values[drafts.entity.unique] !== value;
}
