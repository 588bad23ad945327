import { contract, isObject } from '../contract/index.ts';
import type { CurlOptions } from './curl.ts';
import { curlOf } from './curl.ts';
import type { PlannedRequest } from './planned-case.ts';
import { collectionAt, collectionIn, deleteRequest, findRequest } from './record-life.ts';
import { parseExactJson, writeExactJson } from './record-id.ts';
import type { RecordId } from './record-id.ts';
import type { Target } from './target.ts';

/** A record that the run created, and deleted at its end. */
export interface CreatedByRun {
  readonly id: RecordId;
  /** The request that created it. */
  readonly request: PlannedRequest;
}

/** What the lines that repeat a request need besides the request. */
export interface RepeatOptions extends CurlOptions {
  /** The records of the run. */
  readonly records?: readonly CreatedByRun[];
}

/** Reads the id from the response to a create request. */
const READ_ID = `grep -o '"id": *"\\{0,1\\}[^",}]*' | head -n 1 | sed 's/.*[:" ]//'`;

/** Writes the lines that repeat a request which got a response with a status, or none. */
export type Repeat = (request: PlannedRequest, status: number | undefined) => string;

/**
 * Returns a function that writes the lines of a POSIX shell that repeat a request: they first create the records of the run that it
 * uses, then send it, and then delete those records.
 */
export function repeatIn(target: Target, { records = [], ...options }: RepeatOptions): Repeat {
  const { secrets = {} } = options;
  const usedBy = userOf(records);
  return (request, status) => {
    const used = usedBy(request);
    const variables = new Map(used.map((record, index) => [record, used.length === 1 ? 'ID' : `ID_${index + 1}`]));
    const marks = Object.fromEntries([...variables.values(), NEW_ID].map((name) => [name, markOf(name)]));
    const lineOf = (sent: PlannedRequest): string => {
      const marked = [...variables].reduce((each, [record, name]) => {
        return record.request === each ? each : withMark(each, record, marks[name] ?? '');
      }, sent);
      return curlOf(target.baseUrl, marked, { ...options, secrets: { ...marks, ...secrets } });
    };
    return [
      ...[...variables].map(([record, name]) => `${name}=$(${quiet(lineOf(record.request))} | ${READ_ID})`),
      lineOf(request),
      ...(status !== undefined && status < 300 ? createdBy(target, request) : []).flatMap(([find, remove]) => [
        `${NEW_ID}=$(${quiet(lineOf(find))} | ${READ_ID})`,
        `${quiet(lineOf(remove))} -o /dev/null`,
      ]),
      ...[...variables.keys()].toReversed().map(({ id, request: { path } }) => {
        const [collection = ''] = path.split('?');
        return `${quiet(lineOf(deleteRequest(collectionAt(target, collection), id)))} -o /dev/null`;
      }),
    ].join('\n');
  };
}

/** Returns the requests that find and delete each record that a request created, by a value with the digits of the run. */
function createdBy(
  target: Target,
  request: PlannedRequest,
): readonly (readonly [find: PlannedRequest, remove: PlannedRequest])[] {
  if (request.method !== contract.operations.createRecord.method) return [];
  const json = parseExactJson(request.body ?? '');
  const collection = collectionIn(target, request);
  return (Array.isArray(json) ? json : [json]).filter(isObject).flatMap((values) => {
    const { unique = '' } = target.entity ?? {};
    const columns = Object.keys(values).toSorted((one, other) => Number(other === unique) - Number(one === unique));
    const column = columns.find((name) => /\d{10}/.test(String(values[name])));
    if (column === undefined) return [];
    const removal = deleteRequest(collection, '');
    const remove = { ...removal, path: removal.path + markOf(NEW_ID) };
    return [[findRequest(collection, column, String(values[column])), remove] as const];
  });
}

function quiet(line: string): string {
  return line.replace(/^curl -i/, 'curl -sS');
}

/** The variable for the id of a record that the request itself creates. */
const NEW_ID = 'NEW_ID';

/** Returns the text that stands for a variable until the lines are written. No request contains this character. */
function markOf(name: string): string {
  return `\u0001${name}\u0001`;
}

/** Returns a function that returns the records which a request uses, each after those that its own creation uses. */
function userOf(records: readonly CreatedByRun[]): (request: PlannedRequest) => readonly CreatedByRun[] {
  const traces = records.map(traceOf);
  const direct = new Map<PlannedRequest, readonly CreatedByRun[]>();
  const directly = (request: PlannedRequest): readonly CreatedByRun[] => {
    const known = direct.get(request) ?? usedIn(request, traces);
    direct.set(request, known);
    return known;
  };
  return (request) => {
    const seen = new Set([request]);
    const visit = (creation: PlannedRequest): readonly CreatedByRun[] =>
      directly(creation).flatMap((record) => {
        if (seen.has(record.request)) return [];
        seen.add(record.request);
        return [...visit(record.request), record];
      });
    return visit(request);
  };
}

/** How a request shows that it uses a record. */
interface Trace {
  readonly record: CreatedByRun;
  readonly collection: string;
  /** The path of the record. */
  readonly path: string;
  /** The id as a body contains it. */
  readonly written: string;
  /** Its values with the digits of the run, which a request repeats to provoke a duplicate. */
  readonly values: readonly { readonly inBody: string; readonly inPath: string }[];
}

function traceOf(record: CreatedByRun): Trace {
  const { id, request: creation } = record;
  const values = parseExactJson(creation.body ?? '');
  return {
    record,
    ...placeOf(record),
    written: writeExactJson(id),
    values: Object.values(isObject(values) ? values : {})
      .filter((value) => typeof value === 'string')
      .filter((value) => /\d{10}/.test(value))
      .map((value) => ({ inBody: JSON.stringify(value), inPath: encodeURIComponent(value) })),
  };
}

function placeOf({ id, request }: CreatedByRun): Pick<Trace, 'collection' | 'path'> {
  const [collection = ''] = request.path.split('?');
  return { collection, path: `${collection}/${encodeURIComponent(String(id).toWellFormed())}` };
}

/** Returns the records that a request itself uses. */
function usedIn(request: PlannedRequest, traces: readonly Trace[]): readonly CreatedByRun[] {
  const { path, body = '' } = request;
  const json = readBody(body);
  const isUsed = ({ record, collection, written, values, ...place }: Trace): boolean =>
    isPathOf(place.path, path) ||
    (body.includes(written) && hasId(json, { id: record.id, isSame: path.startsWith(collection) })) ||
    values.some(({ inBody, inPath }) => body.includes(inBody) || path.includes(inPath));
  return traces.filter((trace) => trace.record.request !== request && isUsed(trace)).map(({ record }) => record);
}

function isPathOf(record: string, path: string): boolean {
  return path === record || path.startsWith(`${record}?`);
}

/** Replaces the id of a record in the path and the body of a request. */
function withMark(request: PlannedRequest, record: CreatedByRun, mark: string): PlannedRequest {
  const { collection, path } = placeOf(record);
  return {
    ...request,
    ...(isPathOf(path, request.path) ? { path: `${collection}/${mark}${request.path.slice(path.length)}` } : {}),
    ...(request.body === undefined
      ? {}
      : { body: bodyWithMark(request.body, { id: record.id, isSame: request.path.startsWith(collection) }, mark) }),
  };
}

/** An id to look for in a body, and whether the body is for the collection of its record. */
interface Sought {
  readonly id: RecordId;
  readonly isSame: boolean;
}

function bodyWithMark(text: string, { id, isSame }: Sought, mark: string): string {
  const json = readBody(text);
  if (!hasId(json, { id, isSame })) return text;
  const written = writeExactJson(mapIds(json, isSame, (value) => (value === id ? mark : value)));
  return written.replaceAll(JSON.stringify(mark), typeof id === 'string' ? `"${mark}"` : mark);
}

function hasId(json: unknown, { id, isSame }: Sought): boolean {
  let isFound = false;
  mapIds(json, isSame, (value) => {
    isFound ||= value === id;
    return value;
  });
  return isFound;
}

/** Reads a body that would be written the same way again. Returns `undefined` for any other: its id cannot be replaced. */
function readBody(text: string): unknown {
  const json = parseExactJson(text);
  return writeExactJson(json) === text ? json : undefined;
}

/** Replaces the values that may be an id: the items of a list of ids, references to a parent, or an item's own id. */
function mapIds(json: unknown, isSame: boolean, change: (value: unknown) => unknown): unknown {
  const ofItem = (item: unknown): unknown => {
    if (!isObject(item)) return isSame ? change(item) : item;
    return Object.fromEntries(
      Object.entries(item).map(([name, value]) => [name, !isSame || /id$/i.test(name) ? change(value) : value]),
    );
  };
  return Array.isArray(json) ? json.map(ofItem) : ofItem(json);
}
