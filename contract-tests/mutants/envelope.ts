import { isObject } from '../../src/contract/index.ts';
import { bendBodies, bendErrors, bendStatus } from './bend.ts';
import type { Mutant } from './mutant.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** Failures without the contract's error envelope. */
export const envelope: readonly Mutant[] = [
  {
    is: 'an error that is a string',
    caughtBy: 'body',
    bending: bendErrors('UNAUTHORIZED', ({ message }) => message),
  },
  {
    is: 'code and message at the top level',
    caughtBy: 'body',
    bending: bendBodies(
      ({ error }) => isObject(error),
      ({ error }) => error,
    ),
  },
  {
    is: "its framework's error envelope on a 404",
    caughtBy: 'body',
    bending: bendStatus(404, (_response, { path }) => ({
      body: JSON.stringify({ timestamp: '2026-01-01T00:00:00Z', status: 404, error: 'Not Found', path }),
    })),
  },
  {
    is: 'a list of errors instead of one error',
    caughtBy: 'body',
    bending: bendBodies(
      ({ error }) => isObject(error),
      ({ error }) => ({ errors: [error] }),
    ),
  },
  {
    is: 'an array around the envelope',
    caughtBy: 'body',
    bending: bendBodies(
      (_json, { status }) => status === 400,
      (json) => [json],
    ),
  },
  {
    is: 'an envelope inside an envelope',
    caughtBy: 'body',
    bending: bendBodies(
      (_json, { status }) => status === 409,
      (json) => ({ error: json }),
    ),
  },
  {
    is: 'an envelope inside data',
    caughtBy: 'body',
    bending: bendBodies(
      (_json, { status }) => status === 422,
      (json) => ({ data: json }),
    ),
  },
  {
    is: 'an error member called Error',
    caughtBy: 'body',
    bending: bendBodies(
      (_json, { status }) => status === 403,
      ({ error }) => ({ Error: error }),
    ),
  },
  {
    is: 'JSON inside a JSON string',
    caughtBy: 'body',
    bending: bendStatus(404, ({ body }) => ({ body: JSON.stringify(body) })),
  },
  {
    is: 'null as the body of a 500',
    caughtBy: 'body',
    bending: bendStatus(500, () => ({ body: 'null' })),
  },
  {
    is: 'an empty body on a 401',
    caughtBy: 'body',
    bending: bendStatus(401, () => ({ body: '' })),
  },
  {
    is: 'an HTML page for an unexpected error',
    caughtBy: 'body',
    bending: bendStatus(500, ({ headers }) => ({
      headers: { ...headers, 'content-type': 'text/html' },
      body: '<!doctype html><title>Internal Server Error</title>',
    })),
  },
  {
    is: 'truncated JSON',
    caughtBy: 'body',
    bending: bendStatus(409, ({ body }) => ({ body: body.slice(0, -2) })),
  },
  {
    is: 'a byte order mark before the JSON',
    caughtBy: 'body',
    bending: bendStatus(404, ({ body }) => ({ body: BYTE_ORDER_MARK + body })),
  },
  {
    is: 'single quotes in the JSON',
    caughtBy: 'body',
    bending: bendStatus(401, ({ body }) => ({ body: body.replaceAll('"', "'") })),
  },
  {
    is: 'an error without a code',
    caughtBy: 'body',
    bending: bendErrors('FORBIDDEN', ({ message }) => ({ message })),
  },
  {
    is: 'an error without a message',
    caughtBy: 'body',
    bending: bendErrors('WORKSPACE_STATUS', ({ code }) => ({ code })),
  },
  {
    is: 'a message that is null',
    caughtBy: 'body',
    bending: bendErrors('BAD_REQUEST', ({ code }) => ({ code, message: null })),
  },
  {
    is: 'a message in several languages',
    caughtBy: 'body',
    bending: bendErrors('NOT_FOUND', ({ code, message }) => ({ code, message: { en: message } })),
  },
];
