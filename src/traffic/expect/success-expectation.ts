import type { OperationId } from '../../contract/index.ts';
import { contract, isObject, readErrorObject } from '../../contract/index.ts';
import { parseExactBody } from '../../judge/index.ts';
import type { Expectation } from '../../plan/index.ts';
import { isRecordId } from '../../plan/index.ts';
import type { Call } from '../recognize/find-call.ts';

/** What a request shows about the successful response to it. */
export interface SentParts extends Pick<Call, 'parameters'> {
  /** `undefined` if it is not known. */
  readonly query: URLSearchParams | undefined;
  /** The body as JSON; `undefined` if it is not known. */
  readonly body: unknown;
}

/** Returns what a successful response must contain, as far as the request shows it. */
export function successExpectation(
  operationId: OperationId,
  sent: SentParts,
  responseBody: string,
): Omit<Expectation, 'status' | 'error'> {
  switch (operationId) {
    case 'listRecords':
      return pageExpectation(sent.query);
    case 'getRecord':
    case 'createRecord':
    case 'updateRecord':
      return recordExpectation(sent, parseExactBody(responseBody));
    case 'bulkCreateRecords':
    case 'bulkUpdateRecords':
    case 'bulkDeleteRecords':
      return bulkExpectation(sent.body, parseExactBody(responseBody));
    case 'deleteRecord':
      return {};
  }
}

function pageExpectation(query: URLSearchParams | undefined): Pick<Expectation, 'page'> {
  if (query === undefined) return {};
  const [page, size] = [numberIn(query, 'page'), numberIn(query, 'size')];
  return page === undefined || size === undefined ? {} : { page: { page, size, empty: false } };
}

/** Reads a parameter, or its default. Returns `undefined` if it is not a whole number, or was sent several times. */
function numberIn(query: URLSearchParams, name: 'page' | 'size'): number | undefined {
  const [text, ...others] = query.getAll(name);
  if (text === undefined) return contract.limits[name].byDefault;
  return others.length === 0 && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function recordExpectation(
  { parameters: { id }, query, body }: SentParts,
  response: unknown,
): Pick<Expectation, 'record'> {
  if (query === undefined) return {};
  const values = isObject(body) && !query.has('fields') ? body : {};
  return { record: { values, ...(id !== undefined && isComparable(id, response) ? { id } : {}) } };
}

/** Whether a record must have the id of a path as it is. Other forms of an id, such as 01 or a UUID in capitals, are left to the server. */
function isComparable(id: string, response: unknown): boolean {
  if (/^[+-]?\d+$/.test(id)) return /^[1-9]/.test(id);
  const data = isObject(response) ? response.data : undefined;
  return isObject(data) && isRecordId(data.id) && typeof data.id !== 'string';
}

/** Returns which items failed, as the response lists them, so that its counts can be compared with the items that were sent. */
function bulkExpectation(items: unknown, response: unknown): Pick<Expectation, 'bulk'> {
  if (!Array.isArray(items) || !isObject(response)) return {};
  const listed = Array.isArray(response.errors) ? response.errors.filter(isObject) : [];
  const failed = listed.flatMap(({ index, error }) => {
    const code = contract.pairs.find((pair) => pair.code === readErrorObject(error)?.code)?.code;
    return typeof index === 'number' && code !== undefined ? [{ index, code }] : [];
  });
  // The check of the schema reports items that cannot be read.
  return failed.length < listed.length
    ? {}
    : { bulk: { succeeded: Math.max(0, items.length - failed.length), failed } };
}
