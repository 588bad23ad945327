import { describe, expect, it } from '@jest/globals';

import type { FailOn } from '../src/judge/index.ts';
import { bendErrors, bendResponses } from './mutants/bend.ts';
import type { Bending } from './mutants/bending.ts';
import { verifyVariant } from './mutants/index.ts';

const missing = (change: object): Bending =>
  bendResponses((response, { method, path }) =>
    method === 'GET' && /\/\d+$/.test(path) && response.status === 404 ? { ...response, ...change } : response,
  );

const faults: Readonly<Record<string, readonly [Bending, FailOn]>> = {
  'a wrong message': [bendErrors('NOT_FOUND', (error) => ({ ...error, message: 'No such thing' })), 'finding'],
  'a wrong status': [missing({ status: 410 }), 'finding'],
  'an extra member': [bendErrors('NOT_FOUND', (error) => ({ ...error, hint: 'x' })), 'note'],
  'a status of 500': [missing({ status: 500 }), 'server-error'],
  'a body that is not JSON': [missing({ body: '<h1>Not found</h1>' }), 'server-error'],
  'what is not HTTP': [missing({ wire: 'nonsense\r\n\r\n' }), 'server-error'],
  'no fault': [missing({}), 'note'],
};
const kinds: readonly FailOn[] = ['server-error', 'finding', 'note'];

describe.each(Object.entries(faults))('a run against a server with %s', (what, [bending, weakest]) => {
  it.each(kinds)('fails on what counts, with --fail-on %s', async (failOn) => {
    const selection = { only: ['getRecord.recordNotFound'], skip: [] };
    const { summary } = await verifyVariant({ bending }, { senders: ['http'], level: 'documented', selection, failOn });
    const isFailed = what !== 'no fault' && kinds.indexOf(failOn) >= kinds.indexOf(weakest);
    expect({ isFailed: !summary.ok }).toEqual({ isFailed });
  });
});
