import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { contract, parseJson, readEnvelope, recognizeFailure } from '../src/contract/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import { demoDefinition, demoTarget } from '../src/workspace/index.ts';
import type { Answer, Asked } from './hostile-level/bent-server.ts';
import { startBent } from './hostile-level/bent-server.ts';
import { verify } from './verify.ts';

type Server = Awaited<ReturnType<typeof startServer>>;
type Counts = Record<string, number>;

let server: Server;
beforeEach(async () => {
  server = await startServer({
    definition: demoDefinition,
    port: 0,
    faults: true,
    metricsPort: 0,
    log: () => undefined,
  });
});
afterEach(() => server.close());

/** Returns the counter of requests as the metrics show it, without series of 0. */
async function inMetrics({ metricsUrl = '' }: Server): Promise<Counts> {
  const text = await (await fetch(metricsUrl)).text();
  const series = text.matchAll(
    /^workspace_api_requests_total\{operation="(\w+)",status="(\d+)",scenario="(\w*)"\} (\d+)$/gm,
  );
  return Object.fromEntries(
    [...series].flatMap(([, operation, status, scenario, count]) =>
      count === '0' ? [] : [[`${operation} ${status} ${scenario}`, Number(count)]],
    ),
  );
}

function add(counts: Counts, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** Returns the operation that a path and a method name; of a HEAD request, that of GET (RFC 9110, section 9.3.2). */
function operationOf({ method, path }: Pick<Asked, 'method' | 'path'>) {
  const [pathname = ''] = path.split('?', 1);
  const segments = pathname.split('/').slice(5);
  const candidates = contract.operationIds.filter((id) => {
    const operation = contract.operations[id];
    const parts = operation.path.split('/').slice(1);
    const isMethod = operation.method === (method === 'HEAD' ? 'GET' : method);
    return (
      isMethod &&
      parts.length === segments.length &&
      parts.every((part, at) => segments[at] !== '' && (part.startsWith('{') || part === segments[at]))
    );
  });
  return (
    candidates.find((id) => contract.operations[id].path.endsWith('/bulk')) ?? candidates[0] ?? 'outsideOperations'
  );
}

/** Names an exchange as the metrics do. */
function nameOf(asked: Asked, { status, body }: Answer): string {
  const operation = operationOf(asked);
  const envelope = readEnvelope(parseJson(body));
  const scenario =
    envelope === undefined
      ? ''
      : // The contract lists no operation for the methods that a path does not support.
        (recognizeFailure(operation, status, envelope).scenario ?? scenarioWith(envelope.code));
  return `${operation} ${status} ${scenario}`;
}

function scenarioWith(code: unknown): string | undefined {
  return Object.entries(contract.scenarios).find(([, each]) => each.code === code)?.[0];
}

describe('the counter of requests', () => {
  it.each(['strict', 'hostile'] as const)(
    'agrees with everything that the verifier sent at level %s',
    async (level) => {
      const sent: Counts = {};
      const between = await startBent(server.url, async (asked, pass) => {
        // Counted like GET, and only a response with a body shows its scenario.
        const answer = await pass(asked.method === 'HEAD' ? { ...asked, method: 'GET' } : asked);
        add(sent, nameOf(asked, answer));
        return answer;
      });
      try {
        const target = parseTarget(demoTarget(between.url, { faults: true }), {});
        const { summary } = await verify({ target, level, senders: ['http'] });
        expect(summary.ok).toBe(true);
      } finally {
        await between.close();
      }
      expect(Object.values(sent).reduce((sum, count) => sum + count)).toBeGreaterThan(300);
      expect(await inMetrics(server)).toEqual(sent);
    },
  );
});
