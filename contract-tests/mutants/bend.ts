import type { Code } from '../../src/contract/index.ts';
import { isObject } from '../../src/contract/index.ts';
import type { Bending, BentRequest, BentResponse } from './bending.ts';

type Json = Record<string, unknown>;
type Headers = BentResponse['headers'];

/** Bends every request. */
export function bendRequests(bend: (request: BentRequest) => BentRequest): Bending {
  return (real) => (request) => real(bend(request));
}

/** Bends every answer. */
export function bendResponses(bend: (response: BentResponse, request: BentRequest) => BentResponse): Bending {
  return (real) => async (request) => bend(await real(request), request);
}

/** Bends the answers with one status. */
export function bendStatus(
  status: number,
  bend: (response: BentResponse, request: BentRequest) => Partial<BentResponse>,
): Bending {
  return bendResponses((response, request) =>
    response.status === status ? { ...response, ...bend(response, request) } : response,
  );
}

/** Bends the headers of the answers with one status; those with any without it. */
export function bendHeaders(bend: (headers: Headers) => Headers, status?: number): Bending {
  return bendResponses((response) =>
    status === undefined || response.status === status ? { ...response, headers: bend(response.headers) } : response,
  );
}

/** Bends the bodies that are JSON objects and that `applies` picks. */
export function bendBodies(
  applies: (json: Json, response: BentResponse, request: BentRequest) => boolean,
  bend: (json: Json, request: BentRequest) => unknown,
): Bending {
  return bendResponses((response, request) => {
    const json = jsonOf(response.body);
    if (json === undefined || !applies(json, response, request)) return response;
    return { ...response, body: JSON.stringify(bend(json, request)) };
  });
}

/** Bends the error objects with one code. */
export function bendErrors(code: Code, bend: (error: Json, request: BentRequest) => unknown): Bending {
  return bendBodies(
    ({ error }) => isObject(error) && error.code === code,
    ({ error }, request) => ({ error: bend(isObject(error) ? error : {}, request) }),
  );
}

/** Bends the messages of the errors with one code. */
export function bendMessages(code: Code, bend: (message: string, request: BentRequest) => string): Bending {
  return bendErrors(code, (error, request) => ({ ...error, message: bend(String(error.message), request) }));
}

/** Bends the bodies of the successes that carry one record. */
export function bendRecords(bend: (record: Json, request: BentRequest) => unknown): Bending {
  return bendBodies(
    ({ data }) => isObject(data),
    ({ data }, request) => ({ data: bend(isObject(data) ? data : {}, request) }),
  );
}

/** Bends the pages of lists. */
export function bendPages(bend: (page: { data: unknown[]; meta: Json }, request: BentRequest) => unknown): Bending {
  return bendBodies(
    ({ data, meta }) => Array.isArray(data) && isObject(meta),
    ({ data, meta }, request) =>
      bend({ data: Array.isArray(data) ? data : [], meta: isObject(meta) ? meta : {} }, request),
  );
}

/** A text as a JSON object, or `undefined` where it is none. */
export function jsonOf(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
