import type { BentRequest, BentResponse } from './proxy.ts';

type Json = Record<string, unknown>;

/** Bends the body of the answers that `applies` picks, as JSON. */
export function bendJson(
  applies: (response: BentResponse, json: Json, request: BentRequest) => boolean,
  bend: (json: Json, request: BentRequest) => unknown,
) {
  return (response: BentResponse, request: BentRequest): BentResponse => {
    const json = parsed(response.body);
    if (json === undefined || !applies(response, json, request)) return response;
    return { ...response, body: JSON.stringify(bend(json, request)) };
  };
}

/** Bends the error object of the answers with one code. */
export function bendError(code: string, bend: (error: Json) => unknown) {
  return bendJson(
    (_response, json) => errorOf(json).code === code,
    (json) => ({ ...json, error: bend(errorOf(json)) }),
  );
}

/** Bends the headers of the answers with one status. */
export function bendHeaders(status: number, bend: (headers: BentResponse['headers']) => BentResponse['headers']) {
  return (response: BentResponse): BentResponse =>
    response.status === status ? { ...response, headers: bend(response.headers) } : response;
}

export function errorOf(json: Json): Json {
  return isJson(json.error) ? json.error : {};
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isJson(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
