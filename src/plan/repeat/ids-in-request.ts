import { isObject } from '../../contract/index.ts';
import type { PlannedRequest } from '../planned-case.ts';
import { parseExactJson, writeExactJson } from '../record-id.ts';
import type { RecordId } from '../record-id.ts';
import type { CreatedByRun, Trace } from './trace.ts';
import { isPathOf, isSameEntity, placeOf } from './trace.ts';

/** Replaces the id of a record where a path has the id of a record. */
export function markedPath(path: string, record: CreatedByRun, mark: string): string {
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
export function withMark(
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

export function hasId(json: unknown, { id, isSame }: Sought): boolean {
  let isFound = false;
  mapIds(json, isSame, (value) => {
    isFound ||= value === id;
    return value;
  });
  return isFound;
}

/** Reads a body that would be written the same way again. Returns `undefined` for any other: its id cannot be replaced. */
export function readBody(text: string): unknown {
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
