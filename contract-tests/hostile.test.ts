import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createServer, request as open } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { demoTarget } from '../src/cli/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import type { Finding, Report, VerifyOptions } from '../src/verifier/index.ts';
import { verify } from '../src/verifier/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';

const PROBES = ['hostile-http', 'hostile-keys', 'hostile-parameters', 'hostile-bodies', 'generated'];
const COLLECTION = '/api/v1/acme-corp/sales/Customer';

/** So that the run of today is the run of tomorrow; `verify` picks another one each time. */
const SEED = 20261123;

let server: Awaited<ReturnType<typeof startServer>>;
const logged: unknown[] = [];

beforeAll(async () => {
  const log = ({ error }: { readonly error: unknown }): void => void logged.push(error);
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log });
});
afterAll(() => server.close());

describe('the reference server', () => {
  let before: unknown;
  let report: Report;

  beforeAll(async () => {
    before = await allRecords();
    report = await verifyAt(server.url, { failOn: 'note' });
  });

  it('passes the level hostile without a finding or a note', () => {
    expect([...report.findings, ...report.notes].map(inShort)).toEqual([]);
    expect(report.summary.ok).toBe(true);
    expect(report.probes.filter(({ probe }) => PROBES.includes(probe)).map(({ probe }) => probe)).toEqual(PROBES);
    expect(report.probes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });

  it('has the records afterwards that it had before', async () => {
    expect(report.leftovers).toEqual([]);
    expect(await allRecords()).toEqual(before);
  });

  it('met nothing that it did not expect', () => {
    expect(logged.map(String).filter((error) => !error.includes('asked for by x-fault'))).toEqual([]);
  });

  it('tells with which seed its requests were generated', () => {
    expect(report.seed).toBe(SEED);
  });
});

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
      'answers a method that it does not know with HTML and 500',
      'hostile-http',
      (asked, pass) => (asked.method === 'PROPFIND' ? html('Internal Server Error') : pass(asked)),
      'the body is no JSON',
    ],
    [
      'never answers HEAD',
      'hostile-http',
      (asked, pass) => (asked.method === 'HEAD' ? undefined : pass(asked)),
      'not answered',
    ],
    [
      'sends a body behind the head that answers HEAD',
      'hostile-http',
      (asked, pass) =>
        asked.method === 'HEAD'
          ? { status: 200, headers: {}, body: 'HTTP/1.1 200 OK\r\n\r\n{"data":{}}', raw: true }
          : pass(asked),
      'a body of 11 bytes follows',
    ],
    [
      'has a status of its own for an odd path',
      'hostile-http',
      (asked, pass) => (asked.path.includes('%00') ? failure(418, 'BAD_REQUEST', 'No') : pass(asked)),
      '418 with "BAD_REQUEST" is none of the nine pairs',
    ],
    [
      'closes the connection on a path with a bad escape',
      'hostile-http',
      (asked, pass) => (asked.path.includes('%zz') ? 'close' : pass(asked)),
      'not answered',
    ],
    [
      'takes a key whatever its scheme is called',
      'hostile-keys',
      (asked, pass) =>
        pass(withHeaders(asked, { authorization: `Bearer ${(asked.headers.authorization ?? '').split(' ').at(-1)}` })),
      'answered 200, not 401',
    ],
    [
      'takes a key from the query',
      'hostile-keys',
      (asked, pass) => {
        const key = new URLSearchParams(asked.path.split('?')[1]).get('api_key');
        return pass(key === null ? asked : withHeaders(asked, { authorization: `Bearer ${key}` }));
      },
      'answered 200, not 401',
    ],
    [
      'takes a key that only begins like a valid one',
      'hostile-keys',
      (asked, pass) =>
        pass(withHeaders(asked, { authorization: (asked.headers.authorization ?? '').replace(/\.x$/, '') })),
      'answered 200, not 401',
    ],
    [
      'tells a stranger with an empty bearer what is not there',
      'hostile-keys',
      (asked, pass) =>
        asked.headers.authorization === 'Bearer' && asked.path.includes('Custoer')
          ? failure(404, 'NOT_FOUND', 'Entity not found: Custoer')
          : pass(asked),
      'answered 404 NOT_FOUND "Entity not found: Custoer", not 401',
    ],
    [
      'shows its stack when an id is odd',
      'hostile-parameters',
      (asked, pass) =>
        isRecord(asked.path) && asked.path.includes('1e400')
          ? failure(500, 'INTERNAL_ERROR', 'boom\n    at find (/srv/app/store.js:12:34)')
          : pass(asked),
      'gives away a stack frame',
    ],
    [
      'takes page=-1 for the first page',
      'hostile-parameters',
      (asked, pass) => pass({ ...asked, path: asked.path.replace('page=-1', 'page=0') }),
      'answered 200, not 400',
    ],
    [
      'puts a filter value into its SQL',
      'hostile-parameters',
      filtering((value, wanted) => wanted.includes("' OR '1'='1") || value === wanted),
      'it finds a record with email',
    ],
    [
      'takes a wildcard for any letters',
      'hostile-parameters',
      filtering((value, wanted, like) => (like ? wanted === '%' || value.includes(wanted) : value === wanted)),
      'it finds a record with email',
    ],
    [
      'stores a record that it refuses',
      'hostile-bodies',
      async (asked, pass) => {
        if (asked.method !== 'POST' || asked.headers['content-type'] !== 'text/plain') return pass(asked);
        await pass(withHeaders(asked, { 'content-type': 'application/json' }));
        return pass(asked);
      },
      'and yet a record with email',
    ],
    [
      'makes a change that it refuses',
      'hostile-bodies',
      async (asked, pass) => {
        if (asked.method !== 'PUT' || asked.headers['content-type'] !== undefined) return pass(asked);
        await pass(withHeaders(asked, { 'content-type': 'application/json' }));
        return pass(asked);
      },
      'refused, and yet the record is not as it was',
    ],
    [
      'dies of deep nesting',
      'hostile-bodies',
      (asked, pass) => (asked.body.includes('['.repeat(100)) ? 'close' : pass(asked)),
      'not answered',
    ],
    [
      'takes a truncated body for an unexpected error',
      'hostile-bodies',
      (asked, pass) =>
        asked.body.startsWith('{"') && !asked.body.endsWith('}')
          ? failure(500, 'INTERNAL_ERROR', 'An unexpected error occurred')
          : pass(asked),
      'answered 500 INTERNAL_ERROR',
    ],
    [
      'names the first wrong field only',
      'hostile-bodies',
      async (asked, pass) => {
        const answer = await pass(asked);
        if (answer.status !== 422) return answer;
        const { code, details } = JSON.parse(answer.body).error;
        const error = { code, message: 'Validation failed: 1 error(s)', details: details.slice(0, 1) };
        return { ...answer, body: JSON.stringify({ error }) };
      },
      'details does not name',
    ],
    [
      'can not read a number of more than nine digits',
      'generated',
      (asked, pass) => (/"age":-?\d{10}/.test(asked.body) ? html('Internal Server Error') : pass(asked)),
      'the body is no JSON',
    ],
  ])('that %s is found by %s', async (_title, probe, bend, message) => {
    const { findings, summary } = await verifyBent(bend, { selection: { only: [probe], skip: [] } });
    expect(findings.map(inShort)).toContainEqual(expect.stringContaining(message));
    expect(findings.filter(({ check }) => check !== probe)).toEqual([]);
    expect(summary.ok).toBe(false);
  });

  it('that stores a record that it refuses is left without it', async () => {
    const before = await allRecords();
    const { leftovers } = await verifyBent(
      async (asked, pass) => {
        if (asked.method !== 'POST' || asked.headers['content-type'] !== 'text/plain') return pass(asked);
        await pass(withHeaders(asked, { 'content-type': 'application/json' }));
        return pass(asked);
      },
      { selection: { only: ['hostile-bodies'], skip: [] } },
    );
    expect(leftovers).toEqual([]);
    expect(await allRecords()).toEqual(before);
  });

  it('that answers nothing bad is not asked for long', async () => {
    let unanswered = 0;
    const { findings } = await verifyBent(
      (asked, pass) => {
        if (!/[?&](page|size|sort|fields|expand)=/.test(asked.path) || asked.path.endsWith('size=100'))
          return pass(asked);
        unanswered += 1;
        return undefined;
      },
      { selection: { only: ['hostile-parameters'], skip: [] }, timeout: 300 },
    );
    expect(findings.map(({ message }) => message)).toContain('not answered (no answer within 300 ms)');
    expect(unanswered).toBeLessThan(10);
  });
});

describe('an honest implementation', () => {
  const selection = { only: PROBES, skip: [] };

  it('that answers by HTTP’s own statuses, in plain text, gets notes and no finding', async () => {
    const own = (status: number, text: string): Answer => ({
      status,
      headers: { 'content-type': 'text/plain' },
      body: text,
    });
    const { findings, notes, summary } = await verifyBent(
      async (asked, pass) => {
        if (!['GET', 'HEAD', 'POST', 'PUT', 'DELETE'].includes(asked.method)) return own(405, 'Method Not Allowed');
        if (asked.body.length > 50_000) return own(413, 'Payload Too Large');
        const answer = await pass(asked);
        return answer.body.includes('Header Content-Type') ? own(415, 'Unsupported Media Type') : answer;
      },
      { selection },
    );
    expect(findings.map(inShort)).toEqual([]);
    expect(summary.ok).toBe(true);
    const noted = new Set(notes.map(({ message }) => /answered (\d+)/.exec(message)?.[1]));
    expect(['405', '413', '415'].filter((status) => !noted.has(status))).toEqual([]);
  });

  it('that overlooks what does no harm gets notes and no finding', async () => {
    const { findings, notes, summary } = await verifyBent(
      (asked, pass) => {
        const [path = '', query = ''] = asked.path.split('?');
        const parameters = new URLSearchParams(query);
        const kept = [...parameters].filter(
          ([name, value]) => ['page', 'size'].includes(name) && (value === '-1' || /^\d+$/.test(value)),
        );
        const understood = {
          ...asked,
          path: kept.length === 0 ? path : `${path}?${new URLSearchParams(Object.fromEntries(kept))}`,
        };
        const isJson = asked.headers['content-type'] === undefined || asked.headers['content-type'] === 'text/plain';
        return pass(
          isJson && asked.body !== '' ? withHeaders(understood, { 'content-type': 'application/json' }) : understood,
        );
      },
      { selection },
    );
    expect(findings.map(inShort)).toEqual([]);
    expect(summary.ok).toBe(true);
    expect(notes.map(inShort)).toEqual(
      expect.arrayContaining([
        'hostile-parameters, an unknown sort field: answered 200, not 400',
        'hostile-bodies, no content type, in a creation: answered 201, not 400',
      ]),
    );
  });
});

describe('generated requests', () => {
  const only = { selection: { only: ['generated'], skip: [] } };
  /** What was sent to a server by one run, but for what no two runs have in common: their ids and their unique values. */
  const sentWith = async (seed: number): Promise<readonly string[]> => {
    const sent: string[] = [];
    await verifyBent(
      (asked, pass) => {
        sent.push(`${asked.method} ${asked.path} ${asked.body}`.replaceAll(/\d+/g, '0'));
        return pass(asked);
      },
      { ...only, seed },
    );
    return sent;
  };

  it('are sent again by the same seed, and others by another', async () => {
    const first = await sentWith(SEED);
    expect(first.length).toBeGreaterThan(150);
    expect(first.length).toBeLessThan(400);
    expect(await sentWith(SEED)).toEqual(first);
    expect(await sentWith(SEED + 1)).not.toEqual(first);
  });

  it('are shrunk to the smallest that fails', async () => {
    const { findings } = await verifyBent(
      (asked, pass) =>
        asked.method === 'POST' && asked.path === COLLECTION && asked.body.includes('"no_such_column"')
          ? { status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Oops</h1>' }
          : pass(asked),
      { ...only, seed: SEED },
    );
    const [finding] = findings;
    expect(finding?.message).toContain(`--seed ${SEED} sends it again`);
    expect(finding?.request).toMatchObject({ method: 'POST', path: '/acme-corp/sales/Customer' });
    const { no_such_column: value, ...valid } = JSON.parse(finding?.request.body ?? '');
    expect(Object.keys(valid)).toEqual(['name', 'email', 'age']);
    expect(String(JSON.stringify(value)).length).toBeLessThan(5);
    expect(Object.keys(finding?.request.headers ?? {})).not.toContain('user-agent');
  });
});

function inShort({ check, variant, message }: Finding): string {
  return `${check}, ${variant}: ${message}`;
}

async function allRecords(): Promise<unknown> {
  const response = await fetch(`${server.url}/acme-corp/sales/Customer?size=100`, {
    headers: { authorization: 'Bearer sk_live_demo_read_write' },
  });
  return response.json();
}

function verifyAt(url: string, options: Partial<VerifyOptions>): Promise<Report> {
  const target = parseTarget(demoTarget(url, { faults: true }), {});
  return verify({ target, level: 'hostile', senders: ['http'], seed: SEED, timeout: 1000, ...options });
}

async function verifyBent(bend: Bend, options: Partial<VerifyOptions> = {}): Promise<Report> {
  const bent = await startBent(bend);
  try {
    return await verifyAt(bent.url, options);
  } finally {
    await bent.close();
  }
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
  /** Whether the body is the whole answer, byte for byte. */
  readonly raw?: boolean;
}

/** What becomes of a request: an answer, a closed connection, or silence; `pass` asks the reference server. */
type Bend = (asked: Asked, pass: (asked: Asked) => Promise<Answer>) => Promise<Answer> | Answer | 'close' | undefined;

async function startBent(bend: Bend): Promise<{ url: string; close: () => Promise<void> }> {
  const proxy = createServer((incoming, outgoing) => {
    // A body that is cut off is answered by Node itself.
    const read = readBody(incoming).catch(() => undefined);
    void read.then(async (body) => {
      if (body === undefined) return;
      const { method = '', url: path = '' } = incoming;
      const answer = await bend({ method, path, headers: headersOf(incoming), body }, pass);
      if (answer === 'close') incoming.socket.destroy();
      else if (answer?.raw) incoming.socket.end(answer.body);
      else if (answer !== undefined) write(outgoing, answer);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

function pass({ method, path, headers, body }: Asked): Promise<Answer> {
  const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const outgoing = open(new URL(server.url), { method, path, headers: sent, agent: false }, (incoming) => {
    readBody(incoming).then(
      (text) => resolve({ status: incoming.statusCode ?? 0, headers: headersOf(incoming), body: text }),
      reject,
    );
  });
  outgoing.on('error', reject);
  outgoing.end(Buffer.from(body, 'latin1'));
  return promise;
}

function write(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const { 'content-length': _length, 'transfer-encoding': _coding, connection: _connection, ...kept } = headers;
  outgoing.writeHead(status, kept).end(Buffer.from(body, 'latin1'));
}

/** Bytes as they come, one character each. */
async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

function headersOf({ headersDistinct }: IncomingMessage): Record<string, string> {
  const { 'transfer-encoding': _coding, ...headers } = headersDistinct;
  return Object.fromEntries(Object.entries(headers).map(([name, values = []]) => [name, values.join(', ')]));
}

function withHeaders(asked: Asked, headers: Readonly<Record<string, string>>): Asked {
  return { ...asked, headers: { ...asked.headers, ...headers } };
}

/** A list with filters of its own: what a column has is held against what is wanted, and whether that is `like`. */
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
