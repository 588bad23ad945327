import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import type { KnownFinding } from '../src/judge/index.ts';
import type { Report, VerifyOptions } from '../src/verifier/index.ts';
import { dryRun, SelectionError } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';
import { impatientClock } from './impatient-clock.ts';
import { bendErrors, bendRequests } from './mutants/bend.ts';
import type { Bending } from './mutants/bending.ts';
import { startProxy } from './mutants/proxy.ts';
import { certificate, createTlsServer } from './tls-server.ts';
import { verify } from './verify.ts';

let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
});
afterAll(() => server.close());

const targetAt = (url: string) => parseTarget(demoTarget(url, { faults: true }), {});

async function verifyBent(bending: Bending, options: Partial<VerifyOptions>): Promise<Report> {
  const proxy = await startProxy(server.url, bending);
  try {
    return await verify({ target: targetAt(proxy.url), senders: ['http'], ...options });
  } finally {
    await proxy.close();
  }
}

/** Returns the wrong message for duplicates, on create and on update. */
const wrongWords = bendErrors('UNIQUE_CONSTRAINT_VIOLATION', (error) => ({ ...error, message: 'duplicate' }));

const knownCreate: KnownFinding = {
  fingerprint: 'message:createRecord.uniqueConstraintViolation.onCreate',
  message: 'the message is "duplicate", not "A record with email \'*\' already exists"',
  reason: 'fixed next week',
};
const knownUpdate: KnownFinding = {
  ...knownCreate,
  fingerprint: 'message:updateRecord.uniqueConstraintViolation.onUpdate',
};

/** Returns the customers and the orders. */
function records(): Promise<readonly unknown[]> {
  const headers = { authorization: 'Bearer sk_live_demo_read_write' };
  const read = async (entity: string): Promise<unknown> =>
    (await fetch(`${server.url}/acme-corp/sales/${entity}?size=100`, { headers })).json();
  return Promise.all(['Customer', 'Order'].map(read));
}

describe('--only and --skip', () => {
  const run = (only: readonly string[], skip: readonly string[] = []): Promise<Report> =>
    verify({ target: targetAt(server.url), senders: ['http'], selection: { only, skip } });
  const cells = ({ outcomes }: Report): readonly string[] => [
    ...new Set(outcomes.map(({ operationId, scenario }) => `${operationId}.${scenario}`)),
  ];

  it('send only the named cells', async () => {
    const report = await run(['getRecord.success', 'recordNotFound']);
    expect(cells(report).toSorted()).toEqual([
      'deleteRecord.recordNotFound',
      'getRecord.recordNotFound',
      'getRecord.success',
      'updateRecord.recordNotFound',
    ]);
    expect(report.probes).toEqual([]);
  });

  it('run only the named probes', async () => {
    const report = await run(['head', 'entity-case']);
    expect(report.outcomes).toEqual([]);
    expect(report.probes.map(({ probe }) => probe)).toEqual(['entity-case', 'head']);
  });

  it('leave out what --skip names', async () => {
    const report = await run([], ['bulkDeleteRecords', 'internalError', 'steadiness']);
    expect(cells(report).filter((cell) => /bulkDelete|internalError/.test(cell))).toEqual([]);
    expect(report.probes.map(({ probe }) => probe)).not.toContain('steadiness');
    expect(report.summary.ok).toBe(true);
  });

  it('judge only with the named checks', async () => {
    const { findings } = await verifyBent(wrongWords, { selection: { only: ['leak'], skip: [] } });
    expect(findings).toEqual([]);
  });

  it('reject a name that selects nothing', async () => {
    await expect(run(['recordNotFuond'])).rejects.toThrow(SelectionError);
    await expect(run([], ['getRecord.headd'])).rejects.toThrow('getRecord.headd');
  });
});

describe('known findings', () => {
  const level = 'documented';

  it('do not fail the run, and are reported with their reason', async () => {
    const report = await verifyBent(wrongWords, { level, known: [knownCreate, knownUpdate] });
    expect(report.summary).toMatchObject({ ok: true, findings: 0, known: 2 });
    expect(report.known.map(({ reason }) => reason)).toEqual(['fixed next week', 'fixed next week']);
  });

  it('do not cover new findings', async () => {
    const report = await verifyBent(wrongWords, { level, known: [knownCreate] });
    expect(report.summary).toMatchObject({ ok: false, findings: 1, known: 1 });
  });

  it('fail the run when they no longer occur', async () => {
    const report = await verifyBent((real) => real, { level, known: [knownCreate] });
    expect(report.summary).toMatchObject({ ok: false, findings: 0, known: 0 });
    expect(report.stale).toEqual([knownCreate]);
  });
});

describe('--bail', () => {
  it('stops at the first finding', async () => {
    const report = await verifyBent(wrongWords, { bail: true, concurrency: 1 });
    expect(report.outcomes.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
    expect(report.outcomes.some(({ outcome }) => outcome === 'not-provoked')).toBe(true);
    expect(report.summary.ok).toBe(false);
    expect(report.probes).toEqual([]);
  });
});

describe('a run', () => {
  it('sends its headers with every request', async () => {
    const seen = new Set<string | undefined>();
    const bending = bendRequests((request) => {
      seen.add(request.headers['x-tenant']);
      return request;
    });
    const connection = { headers: { 'x-tenant': 'blue' } };
    const report = await verifyBent(bending, { level: 'documented', senders: ['http', 'dredd'], connection });
    expect([...seen]).toEqual(['blue']);
    expect(report.summary.ok).toBe(true);
  });

  it('does not disturb a concurrent run', async () => {
    const before = await records();
    const reports = await Promise.all(
      Array.from({ length: 3 }, () => verify({ target: targetAt(server.url), senders: ['http'] })),
    );
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
    expect(reports.flatMap(({ leftovers }) => leftovers)).toEqual([]);
    expect(await records()).toEqual(before);
  });

  // While it finds out about the target, creates its records, sends the plan, deletes them, and runs the probes.
  it.each([2, 11, 20, 40, 120, 240, 254, 300, 700, 1200])(
    'that is interrupted after %i requests leaves no records behind',
    async (count) => {
      const before = await records();
      const interruption = new AbortController();
      let seen = 0;
      const bending = bendRequests((request) => {
        seen += 1;
        if (seen === count) interruption.abort();
        return request;
      });
      const { stopped, summary } = await verifyBent(bending, { signal: interruption.signal });
      expect(stopped?.by).toBe('interrupted');
      expect(summary.ok).toBe(false);
      expect(await records()).toEqual(before);
    },
  );

  it('that could not finish reports its leftover records', async () => {
    let asked = 0;
    const refusing = createServer((incoming, outgoing) => {
      asked += 1;
      if (asked > 60) {
        outgoing.writeHead(503, { 'retry-after': '0' }).end();
        return;
      }
      const { method, url: path, headers } = incoming;
      const upstream = forward(new URL(server.url), { method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(upstream);
    });
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    const { port } = refusing.address() as AddressInfo;
    const { pathname } = new URL(server.url);
    const { stopped, leftovers: left } = await verify({
      target: targetAt(`http://127.0.0.1:${port}${pathname}`),
      senders: ['http'],
      clock: impatientClock(),
    });
    refusing.close();
    refusing.closeAllConnections();
    expect(stopped?.by).toBe('unavailable');
    expect(left.length).toBeGreaterThan(5);
    expect(left.every(({ collection, record }) => collection.includes('/sales/') && record !== '')).toBe(true);
    await Promise.all(
      left.map(({ collection, record }) =>
        fetch(`${server.url}${collection}/${record}`, {
          method: 'DELETE',
          headers: { authorization: 'Bearer sk_live_demo_read_write' },
        }),
      ),
    );
  });
});

describe('over TLS', () => {
  const tls = createTlsServer(() => server.url);
  let url: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    url = `https://127.0.0.1:${(tls.address() as AddressInfo).port}${new URL(server.url).pathname}`;
  });
  afterAll(() => {
    tls.close();
    tls.closeAllConnections();
  });

  it.each([{ ca: certificate }, { insecure: true }])('both senders reach a target with %j', async (connection) => {
    const report = await verify({ target: targetAt(url), level: 'documented', connection });
    expect(report.outcomes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });

  it('a target with an untrusted certificate cannot be judged', async () => {
    const { stopped, outcomes } = await verify({ target: targetAt(url) });
    expect(stopped?.reason).toMatch(/self-signed certificate/);
    expect(outcomes).toEqual([]);
  });
});

describe('a dry run', () => {
  it('prints what would be sent without sending it, and prints no key', () => {
    const target = targetAt('http://127.0.0.1:1');
    const printed = dryRun(target);
    expect(printed).toMatch(
      /^deleteRecord recordReferenced \(onDelete\): DELETE \S+ \(Bearer \$READ_WRITE_KEY\) → 400/m,
    );
    expect(Object.values(target.secrets).filter((secret) => printed.includes(secret))).toEqual([]);
  });
});
