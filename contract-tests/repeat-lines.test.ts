import { execFile } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import type { Finding } from '../src/verifier/index.ts';
import { demoDefinition, demoTarget } from '../src/workspace/index.ts';
import { recordsOf } from './broken-server.ts';
import { bendBodies, bendErrors, bendRecords, bendResponses } from './mutants/bend.ts';
import type { Bending } from './mutants/bending.ts';
import type { Running } from './mutants/index.ts';
import { mutants, startMutant } from './mutants/index.ts';
import { verify } from './verify.ts';

const bendings: readonly Bending[] = [
  bendErrors('NOT_FOUND', (error) => ({ ...error, message: 'No such thing' })),
  bendErrors('FORBIDDEN', (error) => ({ ...error, code: 'UNAUTHORIZED' })),
  bendErrors('VALIDATION_ERROR', (error) => ({ ...error, details: [] })),
  bendErrors('UNIQUE_CONSTRAINT_VIOLATION', (error) => ({
    ...error,
    message: `${String(error.message)} at /srv/app.js:1:2`,
  })),
  bendErrors('FOREIGN_KEY_VIOLATION', (error) => ({ ...error, message: 'constraint' })),
  bendBodies(
    (json) => Object.hasOwn(json, 'succeeded'),
    (json) => ({ ...json, succeeded: 99 }),
  ),
  bendResponses((response, { method, path }) =>
    method === 'GET' && /\/\d+$/.test(path) && response.status === 200
      ? { ...response, headers: { ...response.headers, 'content-type': 'text/plain' } }
      : response,
  ),
];

let server: Awaited<ReturnType<typeof startServer>>;
let broken: Running;
let findings: readonly Finding[];
let before: unknown;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  const bending: Bending = (real) => bendings.reduce((bent, bend) => bend(bent), real);
  broken = await startMutant(server.url, { bending });
  before = await recordsOf(server.url);
  const target = parseTarget(demoTarget(broken.url, { faults: true }), {});
  environment = target.secrets;
  const report = await verify({ target, senders: ['http'], level: 'documented' });
  findings = report.findings;
}, 60_000);
afterAll(async () => {
  await broken.close();
  await server.close();
});

/** Returns what a shell prints. */
function shell(lines: string): Promise<string> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', lines], { env: { ...process.env, ...environment } }, (_error, stdout) => resolve(stdout));
  });
}

const statusIn = (printed: string): number => Number(/^HTTP\/1\.1 (\d+)/m.exec(printed)?.[1]);

const withoutNumbers = (text: string): string => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T').replace(/\d+/g, '#');

describe('the lines that repeat a finding', () => {
  it('get the same response, and leave no record, for every finding', async () => {
    for (const { curl, response, fingerprint } of findings) {
      const printed = (await shell(curl)).replaceAll('\r', '');
      const head = statusIn(printed);
      const body = printed.slice(printed.indexOf('\n\n') + 2);
      expect({ fingerprint, curl, status: head, body: withoutNumbers(body) }).toEqual({
        fingerprint,
        curl,
        status: response?.status,
        body: withoutNumbers(response?.body ?? ''),
      });
    }
    expect(new Set(findings.map(({ check }) => check)).size).toBeGreaterThan(4);
    expect(findings.filter(({ curl }) => curl.startsWith('ID')).length).toBeGreaterThan(5);
    expect(await recordsOf(server.url)).toEqual(before);
  }, 120_000);

  it.each([
    'a create rejected with 401 but stored',
    'a create rejected with 409 but stored',
    'a bulk create rejected with 403 but executed',
    'a delete rejected for a reference but executed',
    'entity names accepted in upper case',
    'ids that are read up to the first letter',
    "workspaces that return another workspace's records",
    'the body validated before the key',
  ])('get the same response, and leave no record, for what a probe finds: %s', async (is) => {
    const { server: real, found, close } = await verifyMutant(is);
    for (const { curl, response, fingerprint } of found) {
      const earlier = await recordsOf(real);
      expect([fingerprint, statusIn(await shell(curl))]).toEqual([fingerprint, response?.status]);
      expect(await recordsOf(real)).toEqual(earlier);
    }
    expect(found.length).toBeGreaterThan(0);
    await close();
  });

  it('delete no record of somebody else if the server ignores filters', async () => {
    const { server: real, found, close } = await verifyMutant('a create rejected with 401 but stored');
    const ignoring = await startMutant(real, {
      bending: (server) => (request) =>
        server({ ...request, path: request.path.replace(/\?filter.*/, '?sort=id,desc') }),
    });
    const earlier = await recordsOf(real);
    for (const { curl } of found) await shell(curl.replaceAll(/http:\/\/[^/]+/g, new URL(ignoring.url).origin));
    expect(found.length).toBeGreaterThan(3);
    expect(await recordsOf(real)).toEqual(earlier);
    await ignoring.close();
    await close();
  });

  it('send no request for an id that can change a path, or that is not the id of a created record', async () => {
    const bodies = [
      '?',
      '#',
      '.',
      '..',
      '../Order',
      '',
      ' ',
      ' 5',
      'a b',
      'a,b',
      'bulk',
      '[1-3]',
      '{1,2}',
      'a"b',
      '%2e',
      null,
      [1],
      {},
    ]
      .map((id): readonly [number, string] => [201, JSON.stringify({ data: { id, name: 'Jane' } })])
      .concat([
        [422, '{"error":{"code":"VALIDATION_ERROR","id":1}}'],
        [201, '{"data":{"id":null,"owner":{"id":1}}}'],
      ]);
    const repeated = findings.find(({ curl }) => curl.startsWith('ID=') && !curl.includes('NEW_ID='))?.curl ?? '';
    for (const [status, body] of bodies) {
      const sent: string[] = [];
      const lying = await startMutant(server.url, {
        bending:
          () =>
          ({ method, path }) => {
            sent.push(`${method} ${path}`);
            return Promise.resolve({ status, headers: { 'content-type': 'application/json' }, body });
          },
      });
      await shell(repeated.replaceAll(/http:\/\/[^/]+/g, new URL(lying.url).origin));
      await lying.close();
      expect([body, sent.map((each) => each.split(' ')[0])]).toEqual([body, ['POST']]);
    }
  });

  it.each([
    ['a number', { data: { id: 12 } }, 12],
    ['a large number', { data: { id: 9007199254740991 } }, 9007199254740991],
    ['a word', { data: { id: 'rec_a' } }, 'rec_a'],
    ['a name with colons', { data: { id: 'urn:x:5' } }, 'urn:x:5'],
    ['a UUID', { data: { id: '018f0000-0000-7000-8000-000999999998' } }, '018f0000-0000-7000-8000-000999999998'],
    ['after the parent', { data: { customer: { id: 1, of: { id: 2 } }, tags: [{ id: 3 }], id: 12 } }, 12],
    ['after a brace that is not closed, which hides it', { data: { name: 'a{b', id: 12 } }, undefined],
    ['after the state', { success: true, data: { name: 'Jane', id: 12 } }, 12],
    ['of a record alone', { parent: { id: 1 }, id: 12 }, 12],
    ['only of the parent', { data: { customer: { id: 1 }, name: 'Jane' } }, undefined],
  ])('use the id of the record that was created: %s', async (_what, body, id) => {
    const repeated = findings.find(({ curl }) => curl.startsWith('ID=') && !curl.includes('NEW_ID='))?.curl ?? '';
    for (const indent of [0, 2]) {
      const sent: string[] = [];
      let posted = '';
      const lying = await startMutant(server.url, {
        bending:
          () =>
          ({ method, path, body: values }) => {
            sent.push(method === 'DELETE' ? `DELETE ${path.split('/').at(-1)}` : method);
            if (method === 'POST') posted = values;
            const shown = method === 'GET' ? posted : JSON.stringify(body, undefined, indent);
            return Promise.resolve({ status: 201, headers: { 'content-type': 'application/json' }, body: shown });
          },
      });
      await shell(repeated.replaceAll(/http:\/\/[^/]+/g, new URL(lying.url).origin));
      await lying.close();
      expect(sent.at(-1)).toBe(id === undefined ? 'POST' : `DELETE ${id}`);
    }
  });

  it('change no record of somebody else if the server returns its id for the one that it creates', async () => {
    const headers = { authorization: 'Bearer sk_live_demo_read_write', 'content-type': 'application/json' };
    const customers = `${server.url}/acme-corp/sales/Customer`;
    const body = JSON.stringify({ name: 'Somebody else', email: 'somebody@example.com' });
    const theirs = (await (await fetch(customers, { method: 'POST', headers, body })).json()).data;
    const taken: string[] = [];
    const lying = await startMutant(server.url, {
      bending: bendRecords((record, { method, path }) => {
        if (method !== 'POST' || path.endsWith('/bulk')) return record;
        taken.push(String(record.id));
        return { ...record, id: theirs.id };
      }),
    });
    for (const { curl } of findings) await shell(curl.replaceAll(/http:\/\/[^/]+/g, new URL(lying.url).origin));
    await lying.close();
    const shown = await (await fetch(`${customers}/${theirs.id}`, { headers })).json();
    for (const id of [...taken, theirs.id]) await fetch(`${customers}/${id}`, { method: 'DELETE', headers });
    expect(taken.length).toBeGreaterThan(5);
    expect(shown).toEqual({ data: theirs });
  });

  it('send no request without an id if the server creates no records', async () => {
    const sent: string[] = [];
    const refusing = await startMutant(server.url, {
      bending: (real) => (request) => {
        sent.push(request.path);
        return real({ ...request, headers: { ...request.headers, authorization: 'Bearer unknown' } });
      },
    });
    for (const { curl } of findings) await shell(curl.replaceAll(/http:\/\/[^/]+/g, new URL(refusing.url).origin));
    expect(sent.length).toBeGreaterThan(findings.length);
    expect(sent.filter((path) => /\/(\?|$)/.test(path))).toEqual([]);
    await refusing.close();
  });
});

/** Verifies a mutant with the probe that catches it, and leaves it running. */
async function verifyMutant(is: string) {
  const real = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  const mutant = mutants.find((each) => each.is === is);
  if (mutant === undefined) throw new Error(`There is no mutant with: ${is}`);
  const bent = await startMutant(real.url, mutant);
  const target = parseTarget(demoTarget(bent.url, { faults: true }), {});
  const selection = { only: [mutant.caughtBy], skip: [] };
  const { findings: found } = await verify({ target, senders: ['http'], level: 'strict', selection });
  return {
    server: real.url,
    found,
    close: async () => {
      await bent.close();
      await real.close();
    },
  };
}
