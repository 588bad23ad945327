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

/**
 * Reads the id of the record in a response, without the objects within the record, such as its parent. Prints nothing if it is none, or if a path with it could be that of another record, of a whole
 * collection, or a pattern that curl expands to several.
 */
const READ_ID = [
  String.raw`tr -d '\n'`,
  String.raw`sed -e 's/^[^{]*{[^{}]*"data": *{/{/' -e ':a' -e 's/\(.\){[^{}]*}/\1/' -e 'ta'`,
  `grep -oE '"id": *("[^"]*"|[^",} ]*)'`,
  'head -n 1',
  `sed 's/^"id": *//'`,
  `tr -d '"'`,
  `grep -xE '[A-Za-z0-9_][A-Za-z0-9._~:@-]*'`,
  `grep -vxiE 'bulk|null|true|false'`,
].join(' | ');

/** Writes the lines that repeat a request. */
export type Repeat = (request: PlannedRequest) => string;

/**
 * Returns a function that writes the lines of a POSIX shell that repeat a request: they first create the records of the run that it
 * uses, then send it, and then delete those records, and what the request itself created. No line sends a request for a record
 * without an id, because that may be a request for the whole collection.
 */
export function repeatIn(target: Target, { records = [], ...options }: RepeatOptions): Repeat {
  const { secrets = {} } = options;
  const usedBy = userOf(records.map((record) => traceOf(target, record)));
  return (request) => {
    const used = usedBy(request);
    const variables = new Map(used.map(({ record }, index) => [record, used.length === 1 ? 'ID' : `ID_${index + 1}`]));
    const marks = Object.fromEntries([...variables.values(), NEW_ID].map((name) => [name, markOf(name)]));
    const lineOf = (sent: PlannedRequest, { isQuiet = true, rest = '' } = {}): string => {
      const others = used.filter(({ record }) => record.request !== sent);
      const owner = ownerOf(sent.path, others);
      const marked = nearestFirst(sent.path, others).reduce((each, trace) => {
        const mark = marks[variables.get(trace.record) ?? ''] ?? '';
        return withMark(each, trace, { mark, isOwner: trace === owner });
      }, sent);
      const line = curlOf(target.baseUrl, marked, { ...options, secrets: { ...marks, ...secrets } });
      const needed = Object.keys(marks).filter((name) => line.includes(`"$${name}"`));
      const guards = needed.map((name) => `[ "$${name}" ] && `).join('');
      return `${guards}${isQuiet ? line.replace(/^curl -i/, 'curl -sS') : line}${rest}`;
    };
    const toFile = { rest: ' -o /dev/null' };
    // An error may contain ids of anything.
    const idFrom = { rest: ` -f | ${READ_ID}` };
    const deletions = used.toReversed().map(({ record: { id, request: creation } }) => {
      const [collection = ''] = creation.path.split('?');
      return lineOf(deleteRequest(collectionAt(target, collection), id), toFile);
    });
    // A record with the same value would be found first, so it is deleted before.
    const sharing = used.toReversed().findLastIndex((trace) => hasValueOf(request, trace));
    const ownDeletions = createdBy(target, request).flatMap(({ find, digits, remove }) => [
      `${NEW_ID}=$(${lineOf(find)} -f | grep -o '{[^{}]*${digits}[^{}]*}' | ${READ_ID})`,
      lineOf(remove, toFile),
    ]);
    return [
      ...[...variables].map(([record, name]) => `${name}=$(${lineOf(record.request, idFrom)})`),
      lineOf(request, { isQuiet: false }),
      ...deletions.toSpliced(sharing + 1, 0, ...ownDeletions),
    ].join('\n');
  };
}

/** How to find and delete a record that a request created. */
interface Removal {
  readonly find: PlannedRequest;
  /** The digits of the run that the record contains: a server may ignore the filter of `find` and list any records. */
  readonly digits: string;
  readonly remove: PlannedRequest;
}

/** Returns how to find and delete each record that a request created, whatever its response, by a value with the digits of the run. */
function createdBy(target: Target, request: PlannedRequest): readonly Removal[] {
  if (request.method !== contract.operations.createRecord.method) return [];
  const json = parseExactJson(request.body ?? '');
  const collection = collectionIn(target, request);
  const isOfRun = runValuesOf(target);
  return (Array.isArray(json) ? json : [json]).filter(isObject).flatMap((values) => {
    const { unique = '' } = target.entity ?? {};
    const columns = Object.keys(values).toSorted((one, other) => Number(other === unique) - Number(one === unique));
    const column = columns.find((name) => isOfRun(values[name])) ?? '';
    const value = values[column];
    if (!isOfRun(value)) return [];
    const removal = deleteRequest(collection, '');
    const remove = { ...removal, path: removal.path + markOf(NEW_ID) };
    return [{ find: findRequest(collection, column, value), digits: DIGITS.exec(value)?.[0] ?? '', remove }];
  });
}

/** The digits of a run, in a value of a record. */
const DIGITS = /\d{10,}/;

/**
 * Returns a function that finds out whether a value contains the digits of the run. Others may have many digits, too, such as a number
 * or a telephone number of the target file, and records of somebody else may have the same.
 */
function runValuesOf({ entity, reference }: Target): (value: unknown) => value is string {
  const declared = writeExactJson([entity, reference]);
  return (value): value is string =>
    typeof value === 'string' && DIGITS.test(value) && !declared.includes(JSON.stringify(value));
}

/** The variable for the id of a record that the request itself creates. */
const NEW_ID = 'NEW_ID';

/** Returns the text that stands for a variable until the lines are written. No request contains this character. */
function markOf(name: string): string {
  return `\u0001${name}\u0001`;
}

/** Returns a function that returns the records which a request uses, each after those that its own creation uses. */
function userOf(traces: readonly Trace[]): (request: PlannedRequest) => readonly Trace[] {
  const direct = new Map<PlannedRequest, readonly Trace[]>();
  const directly = (request: PlannedRequest): readonly Trace[] => {
    const known = direct.get(request) ?? usedIn(request, traces);
    direct.set(request, known);
    return known;
  };
  /** The records that reference the record of a path: while there are any, it must not be deleted. */
  const referencing = ({ method, path }: PlannedRequest): readonly Trace[] =>
    method === contract.operations.deleteRecord.method
      ? traces.filter(({ record }) => directly(record.request).some((parent) => isPathOf(parent.path, path)))
      : [];
  return (request) => {
    const seen = new Set([request]);
    const visit = (used: readonly Trace[]): readonly Trace[] =>
      used.flatMap((trace) => {
        const { request: creation } = trace.record;
        if (seen.has(creation)) return [];
        seen.add(creation);
        return [...visit(directly(creation)), trace];
      });
    return visit([...directly(request), ...referencing(request)]);
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

function traceOf(target: Target, record: CreatedByRun): Trace {
  const { id, request: creation } = record;
  const values = parseExactJson(creation.body ?? '');
  return {
    record,
    ...placeOf(record),
    written: writeExactJson(id),
    values: Object.values(isObject(values) ? values : {})
      .filter(runValuesOf(target))
      .map((value) => ({ inBody: JSON.stringify(value), inPath: encodeURIComponent(value) })),
  };
}

function placeOf({ id, request }: CreatedByRun): Pick<Trace, 'collection' | 'path'> {
  const [collection = ''] = request.path.split('?');
  return { collection, path: `${collection}/${encodeURIComponent(String(id).toWellFormed())}` };
}

/** Returns the records that a request itself uses. */
function usedIn(request: PlannedRequest, traces: readonly Trace[]): readonly Trace[] {
  const { path, body = '' } = request;
  const json = readBody(body);
  const others = traces.filter(({ record }) => record.request !== request);
  const owner = ownerOf(path, others);
  return others.filter(
    (trace) =>
      trace === owner ||
      hasValueOf(request, trace) ||
      (body.includes(trace.written) && hasId(json, { id: trace.record.id, isSame: isSameEntity(path, trace) })),
  );
}

/**
 * Returns the record whose path a request has, if any: by its own name, or by another name of the entity, the workspace or the record
 * itself. Records of several entities may have the same id.
 */
function ownerOf(path: string, traces: readonly Trace[]): Trace | undefined {
  const named = traces.filter(({ record }) => markedPath(path, record, '') !== path);
  return (
    named.find((trace) => isPathOf(trace.path, path)) ?? named.find((trace) => isSameEntity(path, trace)) ?? named[0]
  );
}

/** Whether a path has the entity of a record, whatever the case of its name, and in whatever workspace. */
function isSameEntity(path: string, { collection }: Pick<Trace, 'collection'>): boolean {
  const segments = collection.toLowerCase().split('/');
  return path.toLowerCase().split(/[/?]/)[segments.length - 1] === segments.at(-1);
}

/** Sorts the records in the collection of a path before all others. */
function nearestFirst(path: string, traces: readonly Trace[]): readonly Trace[] {
  const [near = [], far = []] = [true, false].map((isNear) =>
    traces.filter(({ collection }) => `${path}/`.replace('?', '/').startsWith(`${collection}/`) === isNear),
  );
  return [...near, ...far];
}

/** Whether a request repeats a value of a record that contains the digits of the run: to provoke a duplicate. */
function hasValueOf({ path, body = '' }: PlannedRequest, { values }: Trace): boolean {
  return values.some(({ inBody, inPath }) => body.includes(inBody) || path.includes(inPath));
}

function isPathOf(record: string, path: string): boolean {
  return path === record || path.startsWith(`${record}?`);
}

/** Replaces the id of a record where a path has the id of a record. */
function markedPath(path: string, record: CreatedByRun, mark: string): string {
  const { collection, path: own } = placeOf(record);
  if (isPathOf(own, path)) return `${collection}/${mark}${path.slice(own.length)}`;
  const [plain = '', ...query] = path.split('?');
  const segments = plain.split('/');
  const [before = '', after, ...others] = (segments.at(-1) ?? '').split(
    encodeURIComponent(String(record.id).toWellFormed()),
  );
  const isId = after !== undefined && others.length === 0 && !/(\d|%.?)$/.test(before) && !/^\d/.test(after);
  if (!isId || segments.length !== own.split('/').length) return path;
  return [segments.with(-1, `${before}${mark}${after}`).join('/'), ...query].join('?');
}

/** Replaces the id of a record in the body of a request, and in its path if that is the path of the record. */
function withMark(
  request: PlannedRequest,
  trace: Trace,
  { mark, isOwner }: { readonly mark: string; readonly isOwner: boolean },
): PlannedRequest {
  const { record } = trace;
  const { path, body } = request;
  return {
    ...request,
    path: isOwner ? markedPath(path, record, mark) : path,
    ...(body === undefined
      ? {}
      : { body: bodyWithMark(body, { id: record.id, isSame: isSameEntity(path, trace) }, mark) }),
  };
}

/** An id to look for in a body, and whether the body is for the entity of its record. */
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
      Object.entries(item).map(([name, value]) => {
        const mayBe = name === 'id' ? isSame : !isSame || /id$/i.test(name);
        return [name, mayBe ? change(value) : value];
      }),
    );
  };
  return Array.isArray(json) ? json.map(ofItem) : ofItem(json);
}
