import { afterEach, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import type { Report } from '../src/verifier/index.ts';
import { demoDefinition, demoTarget } from '../src/workspace/index.ts';
import { impatientClock } from './impatient-clock.ts';
import { verify } from './verify.ts';

let server: Awaited<ReturnType<typeof startServer>> | undefined;
afterEach(() => server?.close());

/** Verifies a server with a limit, whose clock `passes` while the verifier waits, or not. */
async function verifyLimited(
  rateLimit: number,
  level: 'strict' | 'hostile',
  passes: boolean,
): Promise<{ readonly report: Report; readonly waited: number }> {
  const clock = impatientClock();
  const start = Date.now();
  server = await startServer({
    definition: demoDefinition,
    port: 0,
    faults: true,
    rateLimit,
    now: () => new Date(start + (passes ? clock.now() : 0)),
    log: () => undefined,
  });
  const target = parseTarget(demoTarget(server.url, { faults: true }), {});
  const report = await verify({ target, level, senders: ['http'], clock });
  return { report, waited: clock.now() };
}

describe('the verifier of a server with a limit on requests', () => {
  it.each(['strict', 'hostile'] as const)('waits for it at level %s, and gives no wrong verdict', async (level) => {
    const { report, waited } = await verifyLimited(20, level, true);
    expect(report.findings).toEqual([]);
    expect(report.leftovers).toEqual([]);
    expect(report.summary).toMatchObject({ ok: true, failed: 0 });
    expect(waited).toBeGreaterThan(1000);
  });

  it.each(['strict', 'hostile'] as const)(
    'says at level %s that it cannot judge it if waiting does not help',
    async (level) => {
      const { report } = await verifyLimited(5, level, false);
      expect(report.stopped?.reason).toMatch(
        /returned 429 and asks to wait 1 s: .* limits its requests; exempt the verifier/,
      );
      expect(report.findings).toEqual([]);
    },
  );
});
