import { isObject } from '../../contract/index.ts';
import { isRecordId, parseExactJson, writeExactJson } from '../record-id.ts';
import type { RecordId } from '../record-id.ts';
import type { CreatedByRun, Trace } from './trace.ts';
import { isPathOf, placeOf } from './trace.ts';

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

/** Finds the record that a value of a body is the id of. Without a column, the value is an item of a list of ids. */
export type FindRecord = (id: RecordId, column: string | undefined) => Trace | undefined;

/** Returns the records whose ids a body contains. */
export function recordsIn(body: string, find: FindRecord): ReadonlySet<Trace> {
  const found = new Set<Trace>();
  mapIds(readBody(body), (id, column) => {
    const trace = find(id, column);
    if (trace !== undefined) found.add(trace);
    return id;
  });
  return found;
}

/** Replaces the ids of records in a body. */
export function bodyWithMarks(body: string, find: FindRecord, markOf: (trace: Trace) => string): string {
  const numbers = new Set<string>();
  const texts = new Set<string>();
  const marked = mapIds(readBody(body), (id, column) => {
    const trace = find(id, column);
    if (trace === undefined) return id;
    const mark = markOf(trace);
    (typeof id === 'string' ? texts : numbers).add(mark);
    return mark;
  });
  const isMarked = numbers.size + texts.size > 0;
  if (!isMarked) return body;
  const written = [...numbers].reduce(
    (text, mark) => text.replaceAll(JSON.stringify(mark), mark),
    writeExactJson(marked),
  );
  return [...texts].reduce((text, mark) => text.replaceAll(JSON.stringify(mark), `"${mark}"`), written);
}

/** Reads a body that would be written the same way again. Returns `undefined` for any other: its id cannot be replaced. */
function readBody(text: string): unknown {
  const json = parseExactJson(text);
  return writeExactJson(json) === text ? json : undefined;
}

/** Replaces the values that may be an id: the items of a list of ids, and the members of a record or of each item. */
function mapIds(json: unknown, change: (id: RecordId, column: string | undefined) => unknown): unknown {
  const ofItem = (item: unknown): unknown => {
    if (isRecordId(item)) return change(item, undefined);
    if (!isObject(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([column, value]) => [column, within(value, column)]));
  };
  const within = (value: unknown, column: string): unknown => {
    if (isRecordId(value)) return change(value, column);
    if (Array.isArray(value)) return value.map((each) => within(each, column));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, within(each, column)]));
  };
  return Array.isArray(json) ? json.map(ofItem) : ofItem(json);
}
