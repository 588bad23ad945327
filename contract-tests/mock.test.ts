import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { document } from '../src/contract/document/index.ts';
import { contract, documentedScenarios } from '../src/contract/index.ts';
import type { Mock } from '../src/mock/index.ts';
import { mockTarget, startMock } from '../src/mock/index.ts';
import type { Plan, PlannedCase } from '../src/plan/index.ts';
import { fixturesOfStateless, parseTarget, plan } from '../src/plan/index.ts';
import type { SentCase } from '../src/verifier/index.ts';
import { http, judge, senderNames, verify } from '../src/verifier/index.ts';

let mock: Mock;
let planned: Plan;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  const target = parseTarget(mockTarget(mock.url), {});
  planned = plan(target, fixturesOfStateless(target, '0001'));
});
afterAll(() => mock.close());

/** Every cell that the contract has. */
const cells = contract.operationKeys.flatMap((place) => [
  ...(place === 'outsideOperations' ? [] : [`${place} success`]),
  ...documentedScenarios(place).map((scenario) => `${place} ${scenario}`),
]);

const cellOf = ({ operationId, scenario }: PlannedCase): string => `${operationId} ${scenario}`;

describe('the mock, with its own target file', () => {
  it('gives every scenario of every operation, in every variant, by what happens in real life', async () => {
    expect(planned.unprovoked).toEqual([]);
    expect(new Set(planned.cases.map(cellOf))).toEqual(new Set(cells));
    expect(problemsOf(await send(planned.cases))).toEqual([]);
  });

  it('gives the same by its name, whatever else the request says', async () => {
    const summoned = planned.cases.flatMap(summon);
    expect(summoned).toHaveLength(planned.cases.length - planned.cases.filter(isOutside).length);
    expect(problemsOf(await send(summoned))).toEqual([]);
  });

  it('passes the verifier at documented with both senders, every cell provoked', async () => {
    const target = parseTarget(mockTarget(mock.url), {});
    const { outcomes, summary } = await verify({ target, level: 'documented', failOn: 'note' });
    expect(summary).toMatchObject({ ok: true, notProvoked: 0 });
    expect(outcomes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    for (const sender of senderNames) {
      const passed = outcomes.filter((each) => each.sender === sender);
      expect(new Set(passed.map(({ operationId, scenario }) => `${operationId} ${scenario}`))).toEqual(new Set(cells));
    }
  });

  it('passes every probe of the verifier but those that read back what was stored, without a note', async () => {
    const target = parseTarget(mockTarget(mock.url), {});
    const { probes, findings } = await verify({ target, level: 'hostile', failOn: 'note', senders: ['http'] });
    expect(findings).toEqual([]);
    const open = probes.filter(({ outcome }) => outcome !== 'passed').map(({ probe }) => probe);
    expect(open).toEqual(['read-back', 'bulk-read-back', 'race-creates', 'race-updates']);
  });
});

describe('the contract’s own examples', () => {
  it.each(contract.operationIds)('of %s are summoned to the letter', async (operationId) => {
    for (const scenario of contract.operations[operationId].scenarios) {
      const summoned = planned.cases.filter((each) => each.operationId === operationId && each.scenario === scenario);
      for (const { exchange } of await send(summoned.flatMap(summon))) {
        const body: unknown = 'response' in exchange ? JSON.parse(exchange.response.body) : exchange.failure;
        expect(body).toEqual(document.components.examples[scenario].value);
      }
    }
  });
});

async function send(cases: readonly PlannedCase[]): Promise<readonly SentCase[]> {
  const sent: SentCase[] = [];
  // The first request with parameters waits until Prism is loaded, which a busy machine takes its time for.
  const connection = { baseUrl: mock.url, timeout: 40_000, headers: {}, insecure: false };
  await http(cases, { connection, concurrency: 4, onSent: (each) => sent.push(each) });
  expect(sent).toHaveLength(cases.length);
  return sent;
}

/** What the verifier's checks hold against the answers, with the case that it is about. */
function problemsOf(sent: readonly SentCase[]): readonly string[] {
  return sent.flatMap((each) =>
    judge(each).map(({ check, message }) => `${cellOf(each.planned)} ${each.planned.variant}: ${check}: ${message}`),
  );
}

/** The same request, with the name of its scenario: a record that is there, a key that opens it, and yet the failure. */
function summon(each: PlannedCase): readonly PlannedCase[] {
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
