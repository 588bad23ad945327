import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Answer, Bend } from './bent-server.ts';
import { withHeaders } from './bent-server.ts';
import type { Reference } from './verify-hostile.ts';
import { COLLECTION, allRecords, inShort, startReference, verifyBent } from './verify-hostile.ts';

let server: Reference;
beforeAll(async () => {
  server = await startReference();
});
afterAll(() => server.close());

describe('a broken implementation', () => {
  const isRecord = (path: string): boolean => path.startsWith(`${COLLECTION}/`);
  const html = (text: string): Answer => ({
    status: 500,
    headers: { 'content-type': 'text/html' },
    body: `<h1>${text}</h1>`,
  });
  const failure = (status: number, code: string, message: string): Answer => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error: { code, message } }),
  });

  it.each<[string, string, Bend, string]>([
    [
      'returns HTML and 500 for an unknown method',
      'hostile-http',
      (asked, pass) => (asked.method === 'PROPFIND' ? html('Internal Server Error') : pass(asked)),
      'the body is not JSON',
    ],
    [
      'never responds to HEAD',
      'hostile-http',
      (asked, pass) => (asked.method === 'HEAD' ? undefined : pass(asked)),
      'got no response',
    ],
    [
      'sends a body in response to HEAD',
      'hostile-http',
      (asked, pass) =>
        asked.method === 'HEAD'
          ? { status: 200, headers: {}, body: 'HTTP/1.1 200 OK\r\n\r\n{"data":{}}', raw: true }
          : pass(asked),
      'the response to HEAD has a body of 11 bytes',
    ],
    [
      'returns its own status for an unusual path',
      'hostile-http',
      (asked, pass) => (asked.path.includes('%00') ? failure(418, 'BAD_REQUEST', 'No') : pass(asked)),
      'the contract does not pair status 418 with code "BAD_REQUEST"',
    ],
    [
      'closes the connection on a path with a bad escape',
      'hostile-http',
      (asked, pass) => (asked.path.includes('%zz') ? 'close' : pass(asked)),
      'got no response',
    ],
    [
      'accepts a key with any scheme',
      'hostile-keys',
      (asked, pass) =>
        pass(withHeaders(asked, { authorization: `Bearer ${(asked.headers.authorization ?? '').split(' ').at(-1)}` })),
      'returned 200, not 401',
    ],
    [
      'accepts a key in the query',
      'hostile-keys',
      (asked, pass) => {
        const key = new URLSearchParams(asked.path.split('?')[1]).get('api_key');
        return pass(key === null ? asked : withHeaders(asked, { authorization: `Bearer ${key}` }));
      },
      'returned 200, not 401',
    ],
    [
      'accepts a key that starts with a valid key',
      'hostile-keys',
      (asked, pass) =>
        pass(withHeaders(asked, { authorization: (asked.headers.authorization ?? '').replace(/\.x$/, '') })),
      'returned 200, not 401',
    ],
    [
      'reveals to an unauthenticated caller with an empty bearer what does not exist',
      'hostile-keys',
      (asked, pass) =>
        asked.headers.authorization === 'Bearer' && asked.path.includes('Custoer')
          ? failure(404, 'NOT_FOUND', 'Entity not found: Custoer')
          : pass(asked),
      'returned 404 NOT_FOUND "Entity not found: Custoer", not 401',
    ],
    [
      'reveals its stack for an unusual id',
      'hostile-parameters',
      (asked, pass) =>
        isRecord(asked.path) && asked.path.includes('1e400')
          ? failure(500, 'INTERNAL_ERROR', 'boom\n    at find (/srv/app/store.js:12:34)')
          : pass(asked),
      'reveals a stack frame',
    ],
    [
      'treats page=-1 as the first page',
      'hostile-parameters',
      (asked, pass) => pass({ ...asked, path: asked.path.replace('page=-1', 'page=0') }),
      'returned 200, not 400',
    ],
    [
      'inserts a filter value into its SQL',
      'hostile-parameters',
      filtering((value, wanted) => wanted.includes("' OR '1'='1") || value === wanted),
      'the filter matches a record with email',
    ],
    [
      'treats a wildcard in a filter as any characters',
      'hostile-parameters',
      filtering((value, wanted, like) => (like ? wanted === '%' || value.includes(wanted) : value === wanted)),
      'the filter matches a record with email',
    ],
    [
      'stores a record that it rejects',
      'hostile-bodies',
      async (asked, pass) => {
        if (asked.method !== 'POST' || asked.headers['content-type'] !== 'text/plain') return pass(asked);
        await pass(withHeaders(asked, { 'content-type': 'application/json' }));
        return pass(asked);
      },
      'but a record with email',
    ],
    [
      'makes a change that it rejects',
      'hostile-bodies',
      async (asked, pass) => {
        if (asked.method !== 'PUT' || asked.headers['content-type'] !== undefined) return pass(asked);
        await pass(withHeaders(asked, { 'content-type': 'application/json' }));
        return pass(asked);
      },
      'returned 400 BAD_REQUEST, but the record changed',
    ],
    [
      'crashes on deep nesting',
      'hostile-bodies',
      (asked, pass) => (asked.body.includes('['.repeat(100)) ? 'close' : pass(asked)),
      'got no response',
    ],
    ...['1e400', '9007199254740993', '9223372036854775808', '9'.repeat(400), '1e999999999'].map(
      (number): [string, string, Bend, string] => [
        `cannot read the number ${number.slice(0, 20)} of ${number.length} characters`,
        'hostile-bodies',
        (asked, pass) =>
          asked.body.includes(`"age":${number}}`) ? failure(500, 'INTERNAL_ERROR', 'That went wrong') : pass(asked),
        'returned 500 INTERNAL_ERROR',
      ],
    ),
    [
      'fails for NUL in a filter value',
      'hostile-parameters',
      (asked, pass) =>
        /filter.*=a%00b/.test(asked.path) ? failure(500, 'INTERNAL_ERROR', 'That went wrong') : pass(asked),
      'returned 500 INTERNAL_ERROR',
    ],
    [
      'fails for NUL in text',
      'hostile-bodies',
      (asked, pass) =>
        asked.body.includes('\\u0000') ? failure(500, 'INTERNAL_ERROR', 'That went wrong') : pass(asked),
      'returned 500 INTERNAL_ERROR',
    ],
    ...[25, 1200].map((depth): [string, string, Bend, string] => [
      `fails for ${depth} nested arrays`,
      'hostile-bodies',
      (asked, pass) =>
        asked.body.includes(`:${'['.repeat(depth)}]`) ? failure(500, 'INTERNAL_ERROR', 'That went wrong') : pass(asked),
      'returned 500 INTERNAL_ERROR',
    ]),
    [
      'treats a truncated body as an unexpected error',
      'hostile-bodies',
      (asked, pass) =>
        asked.body.startsWith('{"') && !asked.body.endsWith('}')
          ? failure(500, 'INTERNAL_ERROR', 'An unexpected error occurred')
          : pass(asked),
      'returned 500 INTERNAL_ERROR',
    ],
    [
      'names only the first invalid field',
      'hostile-bodies',
      async (asked, pass) => {
        const answer = await pass(asked);
        if (answer.status !== 422) return answer;
        const { code, details } = JSON.parse(answer.body).error;
        const error = { code, message: 'Validation failed: 1 error(s)', details: details.slice(0, 1) };
        return { ...answer, body: JSON.stringify({ error }) };
      },
      'details does not list',
    ],
    [
      'cannot read a number of more than nine digits',
      'generated',
      (asked, pass) => (/"age":-?\d{10}/.test(asked.body) ? html('Internal Server Error') : pass(asked)),
      'the body is not JSON',
    ],
  ])('that %s is reported by %s', async (_title, probe, bend, message) => {
    const { findings, summary } = await verifyBent(server, bend, { selection: { only: [probe], skip: [] } });
    expect(findings.map(inShort)).toContainEqual(expect.stringContaining(message));
    expect(findings.filter(({ check }) => check !== probe)).toEqual([]);
    expect(summary.ok).toBe(false);
  });

  it('that stores a record it rejects is cleaned up', async () => {
    const before = await allRecords(server);
    const { leftovers } = await verifyBent(
      server,
      async (asked, pass) => {
        if (asked.method !== 'POST' || asked.headers['content-type'] !== 'text/plain') return pass(asked);
        await pass(withHeaders(asked, { 'content-type': 'application/json' }));
        return pass(asked);
      },
      { selection: { only: ['hostile-bodies'], skip: [] } },
    );
    expect(leftovers).toEqual([]);
    expect(await allRecords(server)).toEqual(before);
  });

  it('that does not respond to bad requests gets only a few of them', async () => {
    let unanswered = 0;
    const { findings } = await verifyBent(
      server,
      (asked, pass) => {
        if (!/[?&](page|size|sort|fields|expand)=/.test(asked.path) || asked.path.endsWith('size=100'))
          return pass(asked);
        unanswered += 1;
        return undefined;
      },
      { selection: { only: ['hostile-parameters'], skip: [] }, timeout: 300 },
    );
    expect(findings.map(({ message }) => message)).toContain('got no response (timed out after 300 ms)');
    expect(unanswered).toBeLessThan(10);
  });
});

/**
 * Filters lists by e-mail address with `fits`, which compares a record's value with the requested one. `like` is true
 * for that operator.
 */
function filtering(fits: (value: string, wanted: string, like: boolean) => boolean): Bend {
  return async (asked, passOn) => {
    const [path = '', query = ''] = asked.path.split('?');
    const [[parameter = '', wanted = ''] = []] = [...new URLSearchParams(query)];
    const [, column = '', operator] = /^filter\[(\w+)(?:\.(\w+))?\]$/.exec(parameter) ?? [];
    if (column !== 'email' || !['like', undefined].includes(operator)) return passOn(asked);
    const answer = await passOn({ ...asked, path: `${path}?size=100` });
    if (answer.status !== 200) return answer;
    const { data, meta } = JSON.parse(answer.body);
    const found = data.filter((each: Record<string, unknown>) =>
      fits(String(each[column]), wanted, operator === 'like'),
    );
    return { ...answer, body: JSON.stringify({ data: found, meta }) };
  };
}
