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

/**
 * Returns the lines of a POSIX shell that repeat a request: they first create the records of the run that it uses, then send it, and
 * then delete those records.
 */
export function repeatOf(
  target: Target,
  request: PlannedRequest,
  { status, ...options }: RepeatOptions & { readonly status: number | undefined },
): string {
  const { records = [], secrets = {} } = options;
  const used = [...new Map(usedBy(request, records, 0).map((record) => [record.request, record])).values()];
  const variables = new Map(used.map((record, index) => [record, used.length === 1 ? 'ID' : `ID_${index + 1}`]));
  const marks = Object.fromEntries([...variables.values(), NEW_ID].map((name) => [name, markOf(name)]));
  const lineOf = (sent: PlannedRequest): string => {
    const marked = [...variables].reduce((each, [{ id, request: creation }, name]) => {
      return creation === each ? each : withMark(each, { id, creation }, marks[name] ?? '');
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

/** More than a parent of a parent is never used. */
const DEEPEST = 3;

/** Returns the records that a request uses, each after those that its own creation uses. */
function usedBy(request: PlannedRequest, records: readonly CreatedByRun[], depth: number): readonly CreatedByRun[] {
  if (depth > DEEPEST) return [];
  return records
    .filter((record) => record.request !== request && uses(request, record))
    .flatMap((record) => [...usedBy(record.request, records, depth + 1), record]);
}

function uses(request: PlannedRequest, { id, request: creation }: CreatedByRun): boolean {
  return withMark(request, { id, creation }, '\u0001') !== request || hasValueOf(request, creation);
}

/** Whether a request repeats a value of a record that contains the digits of the run: to provoke a duplicate. */
function hasValueOf({ path, body = '' }: PlannedRequest, creation: PlannedRequest): boolean {
  const values = parseExactJson(creation.body ?? '');
  return Object.values(isObject(values) ? values : {}).some(
    (value) =>
      typeof value === 'string' &&
      /\d{10}/.test(value) &&
      (body.includes(JSON.stringify(value)) || path.includes(encodeURIComponent(value))),
  );
}

/** Replaces the id of a record in the path and the body of a request. Returns the same request if it does not contain the id. */
function withMark(
  request: PlannedRequest,
  { id, creation }: { readonly id: RecordId; readonly creation: PlannedRequest },
  mark: string,
): PlannedRequest {
  const [collection = ''] = creation.path.split('?');
  const own = `${collection}/${encodeURIComponent(String(id).toWellFormed())}`;
  const isPath = request.path === own || request.path.startsWith(`${own}?`);
  const body =
    request.body === undefined
      ? undefined
      : bodyWithMark(request.body, { id, isSame: request.path.startsWith(collection) }, mark);
  if (!isPath && body === request.body) return request;
  return {
    ...request,
    path: isPath ? `${collection}/${mark}${request.path.slice(own.length)}` : request.path,
    ...(body === undefined ? {} : { body }),
  };
}

function bodyWithMark(
  text: string,
  { id, isSame }: { readonly id: RecordId; readonly isSame: boolean },
  mark: string,
): string {
  const json = parseExactJson(text);
  if (writeExactJson(json) !== text) return text;
  const marked = (value: unknown): unknown => (value === id ? mark : value);
  const ofItem = (item: unknown): unknown => {
    if (!isObject(item)) return isSame ? marked(item) : item;
    // A reference to a parent, or the item's own id.
    return Object.fromEntries(
      Object.entries(item).map(([name, value]) => [
        name,
        /id$/i.test(name) === isSame || !isSame ? marked(value) : value,
      ]),
    );
  };
  const written = writeExactJson(Array.isArray(json) ? json.map(ofItem) : ofItem(json));
  if (!written.includes(JSON.stringify(mark).slice(1, -1))) return text;
  const quoted = JSON.stringify(mark);
  return written.replaceAll(quoted, typeof id === 'string' ? `"${mark}"` : mark);
}
