import { bendError, bendJson, isJson } from './bend.ts';
import type { Bending, BentResponse } from './proxy.ts';

/** An implementation that differs from ours and keeps the contract all the same. */
export interface HarmlessVariant {
  readonly is: string;
  readonly bending: Bending;
}

const onHeaders =
  (bend: (headers: BentResponse['headers']) => BentResponse['headers']) =>
  (response: BentResponse): BentResponse => ({ ...response, headers: bend(response.headers) });

export const harmless: readonly HarmlessVariant[] = [
  {
    is: 'a content type with a charset, in other case',
    bending: {
      response: onHeaders((headers) =>
        'content-type' in headers ? { ...headers, 'content-type': 'Application/JSON;charset="UTF-8"' } : headers,
      ),
    },
  },
  {
    is: 'header names in other case',
    bending: {
      response: onHeaders((headers) =>
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value])),
      ),
    },
  },
  {
    is: 'headers of its own, and none of the request id',
    bending: {
      response: onHeaders(({ 'x-request-id': _id, ...headers }) => ({
        ...headers,
        'x-powered-by': 'Express',
        etag: 'W/"1"',
      })),
    },
  },
  {
    is: 'members in other order, with white space',
    bending: {
      response: (response) => ({
        ...response,
        body: response.body === '' ? '' : JSON.stringify(reversed(JSON.parse(response.body)), null, 4),
      }),
    },
  },
  {
    is: 'columns of its own in every record',
    bending: {
      response: bendJson(
        (_response, json) => isJson(json.data),
        (json) => ({
          data: { ...(isJson(json.data) ? json.data : {}), createdAt: '2026-01-01T00:00:00Z', version: 3 },
        }),
      ),
    },
  },
  {
    is: 'other free wording',
    bending: {
      response: bendError('BAD_REQUEST', (error) => ({ ...error, message: 'Das war keine gültige Anfrage.' })),
    },
  },
  {
    is: 'a request id in the envelope',
    bending: {
      response: bendJson(
        (_response, json) => isJson(json.error),
        (json) => ({ ...json, requestId: '7', error: { ...(isJson(json.error) ? json.error : {}), timestamp: 1 } }),
      ),
    },
  },
  {
    is: 'empty details where none are documented',
    bending: {
      response: bendJson(
        (_response, json) => isJson(json.error) && json.error.details === undefined,
        (json) => ({ error: { ...(isJson(json.error) ? json.error : {}), details: [] } }),
      ),
    },
  },
  {
    is: 'no challenge on a 401',
    bending: { response: onHeaders(({ 'www-authenticate': _challenge, ...headers }) => headers) },
  },
  {
    is: 'connections that close after each answer',
    bending: { response: onHeaders((headers) => ({ ...headers, connection: 'close' })) },
  },
];

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, reversed(each)])
      .toReversed(),
  );
}
