import { contract, isObject } from '../../contract/index.ts';
import type { Collection, PlannedRequest, Target, Values } from '../../plan/index.ts';
import { collectionAt, collectionIn, getRequest, isRecordId } from '../../plan/index.ts';
import { parseExactBody, showsRun } from '../../judge/index.ts';

/** A value that identifies a record, if the record exists. */
export interface Marker {
  readonly column: string;
  readonly value: string;
  /** Whether it contains the digits of the run. A shorter value may belong to somebody else's record. */
  readonly isOfRun: boolean;
}

/** A record that a request may have created. */
export interface PossibleRecord {
  readonly collection: Collection;
  readonly values: Values;
  /** Missing if no value that was sent identifies the record. */
  readonly marker?: Marker;
}

/** Returns the records that a request creates if the target accepts it. */
export function possibleRecords(target: Target, request: PlannedRequest, run: string): readonly PossibleRecord[] {
  if (request.method !== contract.operations.createRecord.method) return [];
  const { path, body = '' } = request;
  const collection = collectionIn(target, { path });
  const json = parseExactBody(body);
  const items = (Array.isArray(json) ? json : json === undefined ? [membersOf(body)] : [json]).filter(isObject);
  return items.map((values) => {
    const marker = markerOf(target, values, run);
    return { collection, values, ...(marker === undefined ? {} : { marker }) };
  });
}

/** A record that a request changes if the target accepts it, and the value that identifies it then. */
export interface ChangedRecord extends PossibleRecord {
  readonly path: string;
  readonly marker: Marker;
}

/** Returns the records that a request changes, as far as the change identifies them. */
export function changedRecords(target: Target, request: PlannedRequest, run: string): readonly ChangedRecord[] {
  const { method, path, body = '' } = request;
  if (method !== contract.operations.updateRecord.method) return [];
  const [bare = ''] = path.split('?');
  const json = parseExactBody(body);
  const collection = collectionIn(target, { path });
  const parent = collectionAt(target, bare.slice(0, bare.lastIndexOf('/')));
  return (Array.isArray(json) ? json : [json]).filter(isObject).flatMap((item): readonly ChangedRecord[] => {
    const marker = markerOf(target, item, run);
    if (marker?.isOfRun !== true) return [];
    const { id, ...values } = item;
    if (!Array.isArray(json)) return [{ path: bare, collection: parent, values: item, marker }];
    return isRecordId(id) ? [{ path: getRequest(collection, id).path, collection, values, marker }] : [];
  });
}

/** Prefers the unique column, then any other that contains the digits of the run, then a unique value that does not. */
function markerOf({ entity }: Target, values: Values, run: string): Marker | undefined {
  const texts = Object.entries(values).flatMap(([column, value]): readonly Marker[] =>
    typeof value === 'string' || typeof value === 'number'
      ? [{ column, value: String(value), isOfRun: showsRun(String(value), run) }]
      : [],
  );
  const unique = texts.find(({ column }) => column === entity?.unique);
  return unique?.isOfRun === true ? unique : (texts.find(({ isOfRun }) => isOfRun) ?? unique);
}

/** Finds the text members of a body that is not JSON, such as a truncated one: a lenient server may store them. */
function membersOf(body: string): Values {
  const pairs = body.matchAll(/"([^"\\]+)"\s*:\s*"([^"\\]*)"/g);
  return Object.fromEntries([...pairs].map(([, column = '', value]) => [column, value]));
}
