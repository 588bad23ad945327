import { contract, isObject } from '../../contract/index.ts';
import type { CurlOptions } from '../curl.ts';
import { curlOf } from '../curl.ts';
import type { PlannedRequest } from '../planned-case.ts';
import { collectionAt, collectionIn, deleteRequest, findRequest, getRequest } from '../record-life.ts';
import { parseExactJson } from '../record-id.ts';
import type { Target } from '../target.ts';
import { bodyWithMarks, markedPath } from './ids-in-request.ts';
import type { MayContainIds } from './reference-columns.ts';
import { referenceColumnsOf } from './reference-columns.ts';
import type { CreatedByRun, Trace } from './trace.ts';
import { DIGITS, hasValueOf, runValuesOf, traceOf } from './trace.ts';
import { finderOf, ownerOf, userOf } from './used-records.ts';

/** What the lines that repeat a request need besides the request. */
export interface RepeatOptions extends CurlOptions {
  /** The records of the run. */
  readonly records?: readonly CreatedByRun[];
}

/**
 * Reads the id of the record in a response, without the objects within the record, such as its parent. Prints nothing if there is
 * none, or if a path with it could be that of another record, of a whole collection, or a pattern that curl expands to several.
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
 * uses, then send it, and then delete those records, and what the request itself created. The id in a response is a claim
 * (docs/decisions/0019-an-id-is-a-claim.md): a record is used only if reading it shows a value of the run. No line sends a request
 * for a record without an id, because that may be a request for the whole collection.
 */
export function repeatIn(target: Target, { records = [], ...options }: RepeatOptions): Repeat {
  const { secrets = {} } = options;
  const mayContain = referenceColumnsOf(target);
  const usedBy = userOf(
    records.map((record) => traceOf(target, record)),
    mayContain,
  );
  return (request) => {
    const used = usedBy(request);
    const variables = new Map(
      used.map(({ record }, index) => [record, unlike(secrets, used.length === 1 ? 'ID' : `ID_${index + 1}`)]),
    );
    const newId = unlike(secrets, 'NEW_ID');
    const marks = {
      [newId]: NEW_ID,
      ...Object.fromEntries([...variables.values()].map((name) => [name, markOf(name)])),
    };
    const lineOf = (sent: PlannedRequest, { isQuiet = true, rest = '' } = {}): string => {
      const marked = withMarks(sent, used, mayContain, ({ record }) => marks[variables.get(record) ?? ''] ?? '');
      const line = curlOf(target.baseUrl, marked, { ...options, secrets: { ...marks, ...secrets } });
      const needed = Object.keys(marks).filter((name) => line.includes(`"$${name}"`));
      const guards = needed.map((name) => `[ "$${name}" ] && `).join('');
      return `${guards}${isQuiet ? line.replace(/^curl -i/, 'curl -sS') : line}${rest}`;
    };
    const toFile = { rest: ' -o /dev/null' };
    // An error may contain ids of anything.
    const idFrom = { rest: ` -f | ${READ_ID}` };
    const creations = used.flatMap(({ record, collection, digits }) => {
      const name = variables.get(record) ?? '';
      const isOwn = { rest: ` -f | grep '${digits}' > /dev/null || ${name}=` };
      const read = getRequest(collectionAt(target, collection), record.id);
      const canRead = digits !== undefined && target.absentOperations.getRecord === undefined;
      return [`${name}=$(${lineOf(record.request, idFrom)})`, ...(canRead ? [lineOf(read, isOwn)] : [])];
    });
    const deletions = used
      .toReversed()
      .map(({ record, collection }) => lineOf(deleteRequest(collectionAt(target, collection), record.id), toFile));
    // A record with the same value would be found first, so it is deleted before.
    const sharing = used.toReversed().findLastIndex((trace) => hasValueOf(request, trace));
    const ownDeletions = createdBy(target, request).flatMap(({ find, digits, remove }) => [
      `${newId}=$(${lineOf(find)} -f | grep -o '{[^{}]*${digits}[^{}]*}' | ${READ_ID})`,
      lineOf(remove, toFile),
    ]);
    return [
      ...creations,
      lineOf(request, { isQuiet: false }),
      ...deletions.toSpliced(sharing + 1, 0, ...ownDeletions),
    ].join('\n');
  };
}

/** Replaces the ids of records in the path and in the body of a request. */
function withMarks(
  request: PlannedRequest,
  used: readonly Trace[],
  mayContain: MayContainIds,
  markFor: (trace: Trace) => string,
): PlannedRequest {
  const { path, body } = request;
  const others = used.filter(({ record }) => record.request !== request);
  const owner = ownerOf(path, others);
  const byId = Map.groupBy(others, ({ record }) => record.id);
  return {
    ...request,
    path: owner === undefined ? path : markedPath(path, owner.record, markFor(owner)),
    ...(body === undefined ? {} : { body: bodyWithMarks(body, finderOf(request, byId, mayContain), markFor) }),
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
    const remove = { ...removal, path: removal.path + NEW_ID };
    return [{ find: findRequest(collection, column, value), digits: DIGITS.exec(value)?.[0] ?? '', remove }];
  });
}

/** Returns the name of a variable that no secret has. */
function unlike(secrets: Readonly<Record<string, string>>, name: string): string {
  return name in secrets ? unlike(secrets, `_${name}`) : name;
}

/** Returns the text that stands for a variable until the lines are written. No request contains this character. */
function markOf(name: string): string {
  return `\u0001${name}\u0001`;
}

/** Stands for the id of a record that the request itself creates. */
const NEW_ID = markOf('new');
