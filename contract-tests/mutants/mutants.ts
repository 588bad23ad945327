import type { Finding } from '../../src/verifier/index.ts';
import { bendError, bendHeaders, bendJson, isJson } from './bend.ts';
import type { Bending, BentRequest } from './proxy.ts';

/** A broken implementation: what is wrong, the check that has to name it, and the bending that breaks it. */
export interface Mutant {
  readonly is: string;
  readonly caughtBy: Finding['check'];
  readonly bending: Bending;
}

const READ_WRITE = 'Bearer sk_live_demo_read_write';
const READ_ONLY = 'Bearer sk_live_demo_read_only';

/** Most of these pass a bare Dredd that reaches every example. */
export const mutants: readonly Mutant[] = [
  {
    is: 'a stack trace in the message of a 500',
    caughtBy: 'leak',
    bending: {
      response: bendError('INTERNAL_ERROR', (error) => ({
        ...error,
        message: 'boom\n    at save (/srv/app/store.js:12:34)',
      })),
    },
  },
  {
    is: 'SQL in the message of a 400',
    caughtBy: 'leak',
    bending: {
      response: bendError('BAD_REQUEST', (error) => ({ ...error, message: 'near "x": SELECT * FROM customers' })),
    },
  },
  {
    is: "an expired key told by the invalid key's text",
    caughtBy: 'message',
    bending: {
      response: bendJson(
        (_response, json) => isJson(json.error) && json.error.message === 'API key has expired',
        () => ({ error: { code: 'UNAUTHORIZED', message: 'Invalid API key' } }),
      ),
    },
  },
  {
    is: 'a text changed by one character',
    caughtBy: 'message',
    bending: {
      response: bendError('FORBIDDEN', (error) => ({ ...error, message: String(error.message).replace('—', '-') })),
    },
  },
  {
    is: 'the wrong field in details',
    caughtBy: 'details',
    bending: {
      response: bendError('VALIDATION_ERROR', (error) => ({
        ...error,
        details: asArray(error.details).map((detail) => ({ ...detail, field: 'customer' })),
      })),
    },
  },
  {
    is: 'only the first of several details',
    caughtBy: 'details',
    bending: {
      response: bendError('VALIDATION_ERROR', (error) => ({
        ...error,
        message: 'Validation failed: 1 error(s)',
        details: asArray(error.details).slice(0, 1),
      })),
    },
  },
  {
    is: 'a message that counts more errors than details has',
    caughtBy: 'message',
    bending: {
      response: bendError('VALIDATION_ERROR', (error) => ({ ...error, message: 'Validation failed: 7 error(s)' })),
    },
  },
  {
    is: 'a 422 without details',
    caughtBy: 'body',
    bending: { response: bendError('VALIDATION_ERROR', ({ code, message }) => ({ code, message })) },
  },
  {
    is: 'a challenge for another scheme',
    caughtBy: 'challenge',
    bending: {
      response: bendHeaders(401, (headers) => ({ ...headers, 'www-authenticate': 'Basic realm="workspace"' })),
    },
  },
  {
    is: 'entity names in any case',
    caughtBy: 'status',
    bending: { request: (request) => ({ ...request, path: request.path.replace(/customer/i, 'Customer') }) },
  },
  {
    is: 'a stranger told 404 before 401',
    caughtBy: 'status',
    bending: {
      response: (response, request) =>
        response.status === 401 && hasId(request)
          ? { ...response, status: 404, body: '{"error":{"code":"NOT_FOUND","message":"Record not found: 1"}}' }
          : response,
    },
  },
  {
    is: 'the two codes of 409 swapped',
    caughtBy: 'pair',
    bending: {
      response: bendJson(
        ({ status }) => status === 409,
        (json) => {
          const error = isJson(json.error) ? json.error : {};
          const code = error.code === 'WORKSPACE_STATUS' ? 'UNIQUE_CONSTRAINT_VIOLATION' : 'WORKSPACE_STATUS';
          return { error: { ...error, code } };
        },
      ),
    },
  },
  {
    is: 'a code in lower case',
    caughtBy: 'pair',
    bending: { response: bendError('NOT_FOUND', (error) => ({ ...error, code: 'not_found' })) },
  },
  {
    is: 'an error that is a text',
    caughtBy: 'body',
    bending: { response: bendError('UNAUTHORIZED', () => 'Invalid API key') },
  },
  {
    is: 'a failure without a content type',
    caughtBy: 'content-type',
    bending: { response: bendHeaders(404, ({ 'content-type': _type, ...headers }) => headers) },
  },
  {
    is: 'a failure as problem+json',
    caughtBy: 'content-type',
    bending: { response: bendHeaders(409, (headers) => ({ ...headers, 'content-type': 'application/problem+json' })) },
  },
  {
    is: 'a read-only key that may write',
    caughtBy: 'status',
    bending: {
      request: (request) =>
        request.headers.authorization === READ_ONLY
          ? { ...request, headers: { ...request.headers, authorization: READ_WRITE } }
          : request,
    },
  },
  {
    is: 'a create that answers 200',
    caughtBy: 'status',
    bending: { response: (response) => (response.status === 201 ? { ...response, status: 200 } : response) },
  },
  {
    is: 'pages counted wrongly',
    caughtBy: 'page',
    bending: {
      response: bendJson(
        (_response, json) => isJson(json.meta),
        (json) => ({ ...json, meta: { ...(isJson(json.meta) ? json.meta : {}), totalPages: 1 } }),
      ),
    },
  },
  {
    is: 'a failed item that is counted as done',
    caughtBy: 'bulk-result',
    bending: {
      response: bendJson(
        (_response, json) => json.succeeded === 1,
        (json) => ({ ...json, succeeded: 2 }),
      ),
    },
  },
  {
    is: 'another record than the one asked for',
    caughtBy: 'record',
    bending: {
      response: bendJson(
        (_response, json, { method }) => method === 'GET' && isJson(json.data),
        (json) => ({ data: { ...(isJson(json.data) ? json.data : {}), id: 77 } }),
      ),
    },
  },
];

function asArray(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function hasId({ path }: BentRequest): boolean {
  return /\/Customer\/\d+$/.test(path);
}
