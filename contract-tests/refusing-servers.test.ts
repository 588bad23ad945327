import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import type { Report, VerifyOptions } from '../src/verifier/index.ts';
import { senderNames, verify } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import type { Answer, Asked, Bend } from './hostile-level/bent-server.ts';
import { startBent } from './hostile-level/bent-server.ts';
import type { Reference } from './hostile-level/verify-hostile.ts';
import { startReference } from './hostile-level/verify-hostile.ts';
import { impatientClock } from './impatient-clock.ts';

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

/** Refuses every 100th request. */
function everyHundredth(answer: Answer): Bend {
  let asked = 0;
  return (request, pass) => ((asked += 1) % 100 === 0 ? answer : pass(request));
}

describe('a conforming server', () => {
  it.each([
    ['429 to every 100th request', everyHundredth(refusal(429, { 'retry-after': '2' }))],
    ['429 without a time to every 100th request', everyHundredth(refusal(429))],
    ['503 to every 100th request, from a gateway', everyHundredth(refusal(503, { 'retry-after': '0' }))],
    ['503 to every 100th request, in the envelope', everyHundredth(migration)],
  ])('that answers %s passes with both senders and all probes', async (_what, bend) => {
    const report = await verifyBent(bend);
    expect(report.findings).toEqual([]);
    expect(report.leftovers).toEqual([]);
    expect(report.summary).toMatchObject({ ok: true, failed: 0 });
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
      { clock },
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

  it.each<readonly [string, Answer | 'close' | undefined, (asked: Asked) => boolean, string]>([
    ['hangs', undefined, isUpdate, 'updateRecord'],
    ['hangs', undefined, isGet, 'getRecord'],
    ['drops the connection', 'close', isUpdate, 'updateRecord'],
    ['drops the connection', 'close', isGet, 'getRecord'],
    ['gets 502 from a gateway', refusal(502), isUpdate, 'updateRecord'],
    ['gets 504 from a gateway', refusal(504), isGet, 'getRecord'],
    ['gets 503 from a gateway', refusal(503), isUpdate, 'updateRecord'],
  ])(
    'an operation that %s is a finding of its cells, and the run goes on',
    async (_what, answer, isAbout, operationId) => {
      const report = await verifyBent((asked, pass) => (isAbout(asked) ? answer : pass(asked)), {
        level,
        senders: [sender],
        timeout: 150,
      });
      const failed = new Set(
        report.outcomes.filter(({ outcome }) => outcome === 'failed').map((each) => each.operationId),
      );
      expect(failed).toContain(operationId);
      expect(
        report.findings.filter((each) => each.operationId === operationId).every(({ check }) => check === 'answer'),
      ).toBe(true);
      expect(report.outcomes.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(80);
    },
  );

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
