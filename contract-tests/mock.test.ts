import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { document } from '../src/contract/document/index.ts';
import { contract, documentedScenarios } from '../src/contract/index.ts';
import type { Mock } from '../src/mock/index.ts';
import { mockTarget, startMock } from '../src/mock/index.ts';
import type { Plan, PlannedCase } from '../src/plan/index.ts';
import { fixturesOfStateless, parseTarget, plan } from '../src/plan/index.ts';
import type { SentCase } from '../src/judge/index.ts';
import { judge } from '../src/judge/index.ts';
import { http, senderNames } from '../src/verifier/index.ts';
import { verify } from './verify.ts';

let mock: Mock;
let planned: Plan;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  const target = parseTarget(mockTarget(mock.url), {});
  planned = plan(target, fixturesOfStateless(target, '0001'));
});
afterAll(() => mock.close());

/** Every cell of the contract. */
const cells = contract.operationKeys.flatMap((place) => [
  ...(place === 'outsideOperations' ? [] : [`${place} success`]),
  ...documentedScenarios(place).map((scenario) => `${place} ${scenario}`),
]);

const cellOf = ({ operationId, scenario }: PlannedCase): string => `${operationId} ${scenario}`;

describe('the mock, with its own target file', () => {
  it('returns every scenario of every operation, in every variant, when triggered as in real life', async () => {
    expect(planned.unprovoked).toEqual([]);
    expect(new Set(planned.cases.map(cellOf))).toEqual(new Set(cells));
    expect(problemsOf(await send(planned.cases))).toEqual([]);
  });

  it('returns every scenario when requested by name, whatever else the request contains', async () => {
    const byName = planned.cases.flatMap(requestByName);
    expect(byName).toHaveLength(planned.cases.length - planned.cases.filter(isOutside).length);
    expect(problemsOf(await send(byName))).toEqual([]);
  });

  it('passes the verifier at level documented with both senders, with every cell provoked', async () => {
    const target = parseTarget(mockTarget(mock.url), {});
    const { outcomes, summary } = await verify({ target, level: 'documented', failOn: 'note' });
    expect(summary).toMatchObject({ ok: true, notProvoked: 0 });
    expect(outcomes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    for (const sender of senderNames) {
      const passed = outcomes.filter((each) => each.sender === sender);
      expect(new Set(passed.map(({ operationId, scenario }) => `${operationId} ${scenario}`))).toEqual(new Set(cells));
    }
  });

  it('passes every probe except those that read back stored records, without a note', async () => {
    const target = parseTarget(mockTarget(mock.url), {});
    const { probes, findings } = await verify({ target, level: 'hostile', failOn: 'note', senders: ['http'] });
    expect(findings).toEqual([]);
    const open = probes.filter(({ outcome }) => outcome !== 'passed').map(({ probe }) => probe);
    expect(open).toEqual(['wrong-values', 'read-back', 'bulk-read-back', 'race-creates', 'race-updates']);
  });
});

describe('the contract’s own examples', () => {
  it.each(contract.operationIds)('of %s are returned to the letter', async (operationId) => {
    for (const scenario of contract.operations[operationId].scenarios) {
      const cases = planned.cases.filter((each) => each.operationId === operationId && each.scenario === scenario);
      for (const { exchange } of await send(cases.flatMap(requestByName))) {
        const body: unknown = 'response' in exchange ? JSON.parse(exchange.response.body) : exchange.failure;
        expect(body).toEqual(document.components.examples[scenario].value);
      }
    }
  });
});

async function send(cases: readonly PlannedCase[]): Promise<readonly SentCase[]> {
  const sent: SentCase[] = [];
  // The first request with parameters waits until Prism is loaded, which is slow on a busy machine.
  const connection = { baseUrl: mock.url, timeout: 40_000, headers: {}, insecure: false };
  await http(cases, { connection, concurrency: 4, onSent: (each) => sent.push(each) });
  expect(sent).toHaveLength(cases.length);
  return sent;
}

/** Returns what the verifier's checks report about the responses, with the case of each. */
function problemsOf(sent: readonly SentCase[]): readonly string[] {
  return sent.flatMap((each) =>
    judge(each).map(({ check, message }) => `${cellOf(each.planned)} ${each.planned.variant}: ${check}: ${message}`),
  );
}

/** Returns a request that would succeed, with a `Prefer` header that requests the scenario of the case by name. */
function requestByName(each: PlannedCase): readonly PlannedCase[] {
  if (isOutside(each)) return [];
  const { operationId, scenario, expected } = each;
  const happy = planned.cases.find((other) => other.operationId === operationId && other.scenario === 'success');
  if (happy === undefined) throw new Error(`The plan has no success of ${operationId}`);
  const example = scenario === 'success' ? '' : `, example=${scenario}`;
  const request = {
    ...happy.request,
    headers: { ...happy.request.headers, prefer: `code=${expected.status}${example}` },
  };
  if (scenario === 'success') return [{ ...each, request, expected: { status: expected.status } }];
  const { status, code, basis } = contract.scenarios[scenario];
  return [{ ...each, request, expected: { status, error: { code, messageBasis: basis } } }];
}

function isOutside({ operationId }: PlannedCase): boolean {
  return operationId === 'outsideOperations';
}
