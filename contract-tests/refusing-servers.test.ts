import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import type { Report, VerifyOptions } from '../src/verifier/index.ts';
import { senderNames } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import type { Answer, Asked, Bend } from './hostile-level/bent-server.ts';
import { startBent } from './hostile-level/bent-server.ts';
import type { Reference } from './hostile-level/verify-hostile.ts';
import { startReference } from './hostile-level/verify-hostile.ts';
import { impatientClock } from './impatient-clock.ts';
import { verify } from './verify.ts';

let server: Reference;
beforeAll(async () => {
  server = await startReference();
});
afterAll(() => server.close());

async function verifyBent(bend: Bend, options: Partial<VerifyOptions> = {}): Promise<Report> {
  const bent = await startBent(server.url, bend);
  try {
    const target = parseTarget(demoTarget(bent.url, { faults: true }), {});
    return await verify({ target, timeout: 2000, clock: impatientClock(), ...options });
  } finally {
    await bent.close();
  }
}

const refusal = (status: number, headers: Readonly<Record<string, string>> = {}, body = 'busy'): Answer => ({
  status,
  headers: { 'content-type': 'text/plain', ...headers },
  body,
});

const migration = refusal(
  503,
  { 'content-type': 'application/json' },
  '{"error":{"code":"SCHEMA_MIGRATION_IN_PROGRESS","message":"A schema migration is running"}}',
);

const cellsOf = ({ findings }: Report): readonly string[] => [
  ...new Set(findings.map(({ operationId, scenario }) => `${operationId} ${scenario}`)),
];

const refusals: readonly Answer[] = [
  refusal(429, { 'retry-after': '2' }),
  refusal(429),
  refusal(503, { 'retry-after': '0' }),
  migration,
];

describe('a conforming server', () => {
  it('that refuses every 25th request, each time in another way, passes with both senders and all probes', async () => {
    const used = new Map(refusals.map((answer) => [answer, 0]));
    let asked = 0;
    const report = await verifyBent((request, pass) => {
      const answer = (asked += 1) % 25 === 0 ? refusals[(asked / 25) % refusals.length] : undefined;
      if (answer === undefined) return pass(request);
      used.set(answer, (used.get(answer) ?? 0) + 1);
      return answer;
    });
    expect(report.findings).toEqual([]);
    expect(report.leftovers).toEqual([]);
    expect(report.summary).toMatchObject({ ok: true, failed: 0 });
    expect(Math.min(...used.values())).toBeGreaterThan(10);
  });

  it('that allows 50 requests a second passes', async () => {
    const clock = impatientClock();
    let [second, asked, refused] = [0, 0, 0];
    const report = await verifyBent(
      (request, pass) => {
        const now = Math.floor(clock.now() / 1000);
        if (now !== second) [second, asked] = [now, 0];
        if ((asked += 1) <= 50) return pass(request);
        refused += 1;
        return refusal(429, { 'retry-after': '1' });
      },
      // Both senders are refused above. This one sends several requests at once.
      { clock, senders: ['http'] },
    );
    expect(refused).toBeGreaterThan(10);
    expect(report.findings).toEqual([]);
    expect(report.summary).toMatchObject({ ok: true, failed: 0 });
  });

  it('is sent no more requests in all the time than --rate allows, by senders and probes', async () => {
    const clock = impatientClock();
    let asked = 0;
    await verifyBent(
      (request, pass) => {
        asked += 1;
        return pass(request);
      },
      { clock, rate: 20 },
    );
    expect(asked).toBeGreaterThan(500);
    expect(asked).toBeLessThanOrEqual((clock.now() / 1000) * 20 + 1);
  });
});

describe.each(senderNames)('with the sender %s', (sender) => {
  const level = 'documented';
  const isUpdate = ({ method, path }: Asked): boolean => method === 'PUT' && !path.includes('/bulk');
  const isGet = ({ method, path }: Asked): boolean => method === 'GET' && /\/Customer\/[^/?]+$/.test(path);

  type Failing = Answer | 'close' | undefined;

  it.each<readonly [string, update: Failing, get: Failing]>([
    ['hanging updates, and reads that drop the connection', undefined, 'close'],
    ['updates that drop the connection, and hanging reads', 'close', undefined],
    ['updates that get 502, and reads that get 504, from a gateway', refusal(502), refusal(504)],
    ['updates and reads that get 503 from a gateway', refusal(503), refusal(503)],
  ])('%s are findings of their cells, and the run goes on', async (_what, update, get) => {
    const isHanging = update === undefined || get === undefined;
    const report = await verifyBent((asked, pass) => (isUpdate(asked) ? update : isGet(asked) ? get : pass(asked)), {
      level,
      senders: [sender],
      timeout: isHanging ? 150 : 2000,
    });
    const failed = new Set(
      report.outcomes.filter(({ outcome }) => outcome === 'failed').map((each) => each.operationId),
    );
    for (const operationId of ['updateRecord', 'getRecord']) {
      expect(failed).toContain(operationId);
      expect(
        report.findings.filter((each) => each.operationId === operationId).every(({ check }) => check === 'answer'),
      ).toBe(true);
    }
    expect(report.outcomes.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(70);
  });

  it('an operation that answers 503 in the envelope is reported by its code', async () => {
    const report = await verifyBent((asked, pass) => (isUpdate(asked) ? migration : pass(asked)), {
      level,
      senders: [sender],
    });
    expect(cellsOf(report).every((cell) => cell.startsWith('updateRecord'))).toBe(true);
    expect(report.findings.map(({ message }) => message).join()).toContain('SCHEMA_MIGRATION_IN_PROGRESS');
  });

  it.each([
    ['3600', /^\S+ \S+ returned 429 and asks to wait 3600 s: the server has locked the verifier out.*--rate N[^\n]*$/],
    ['1', /^\S+ \S+ returned 429 and asks to wait 1 s: the server has locked the verifier out[^\n]*$/],
  ])('a lockout in the middle of the run, with Retry-After %s, is reported in one line', async (after, message) => {
    let asked = 0;
    const locking: Bend = (request, pass) =>
      (asked += 1) > 60 ? refusal(429, { 'retry-after': after }) : pass(request);
    const { stopped } = await verifyBent(locking, { level, senders: [sender] });
    expect(stopped).toEqual({ by: 'unavailable', reason: expect.stringMatching(message) });
  });
});
