import type { Code } from '../../src/contract/index.ts';
import { isObject } from '../../src/contract/index.ts';
import type { Bending, BentRequest, BentResponse } from './bending.ts';

type Json = Record<string, unknown>;
type Headers = BentResponse['headers'];

/** Changes every request before it reaches the real server. */
export function bendRequests(bend: (request: BentRequest) => BentRequest): Bending {
  return (real) => (request) => real(bend(request));
}

/** Changes every response of the real server. */
export function bendResponses(bend: (response: BentResponse, request: BentRequest) => BentResponse): Bending {
  return (real) => async (request) => bend(await real(request), request);
}

/** Changes the responses with the given status. */
export function bendStatus(
  status: number,
  bend: (response: BentResponse, request: BentRequest) => Partial<BentResponse>,
): Bending {
  return bendResponses((response, request) =>
    response.status === status ? { ...response, ...bend(response, request) } : response,
  );
}

/** Changes the headers of the responses with the given status, or of all responses if no status is given. */
export function bendHeaders(bend: (headers: Headers) => Headers, status?: number): Bending {
  return bendResponses((response) =>
    status === undefined || response.status === status ? { ...response, headers: bend(response.headers) } : response,
  );
}

/** Changes the response bodies that are JSON objects and for which `applies` returns true. */
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

/** Changes the error objects with the given code. */
export function bendErrors(code: Code, bend: (error: Json, request: BentRequest) => unknown): Bending {
  return bendBodies(
    ({ error }) => isObject(error) && error.code === code,
    ({ error }, request) => ({ error: bend(isObject(error) ? error : {}, request) }),
  );
}

/** Changes the messages of the errors with the given code. */
export function bendMessages(code: Code, bend: (message: string, request: BentRequest) => string): Bending {
  return bendErrors(code, (error, request) => ({ ...error, message: bend(String(error.message), request) }));
}

/** Changes the record in every response that contains a single record. */
export function bendRecords(bend: (record: Json, request: BentRequest) => unknown): Bending {
  return bendBodies(
    ({ data }) => isObject(data),
    ({ data }, request) => ({ data: bend(isObject(data) ? data : {}, request) }),
  );
}

/** Changes the pages that `listRecords` returns. */
export function bendPages(bend: (page: { data: unknown[]; meta: Json }, request: BentRequest) => unknown): Bending {
  return bendBodies(
    ({ data, meta }) => Array.isArray(data) && isObject(meta),
    ({ data, meta }, request) =>
      bend({ data: Array.isArray(data) ? data : [], meta: isObject(meta) ? meta : {} }, request),
  );
}

/** Parses a string as a JSON object. Returns `undefined` if it is not one. */
export function jsonOf(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
