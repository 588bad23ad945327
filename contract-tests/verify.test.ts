import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { contract, documentedScenarios } from '../src/contract/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import type { Report } from '../src/verifier/index.ts';
import { senderNames, terminalReport } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';
import { verify } from './verify.ts';

/** Every cell of the contract, with each sender. */
const everyCell = contract.operationKeys
  .flatMap((place) =>
    [...(place === 'outsideOperations' ? [] : ['success']), ...documentedScenarios(place)].map(
      (each) => `${place} ${each}`,
    ),
  )
  .flatMap((cell) => senderNames.map((sender) => `${cell} ${sender}`));

const passedCells = ({ outcomes }: Report): readonly string[] => [
  ...new Set(
    outcomes
      .filter(({ outcome }) => outcome === 'passed')
      .map(({ operationId, scenario, sender }) => `${operationId} ${scenario} ${sender}`),
  ),
];

describe('the reference server', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let report: Report;
  let before: unknown;

  beforeAll(async () => {
    server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
    before = await allRecords();
    report = await verify({ target: parseTarget(demoTarget(server.url, { faults: true }), {}), failOn: 'note' });
  });
  afterAll(() => server.close());

  const allRecords = (): Promise<unknown> =>
    Promise.all(
      ['Customer', 'Order', 'Product', 'LineItem'].map(async (entity) => {
        const response = await fetch(`${server.url}/acme-corp/sales/${entity}?size=100`, {
          headers: { authorization: 'Bearer sk_live_demo_read_write' },
        });
        return response.json();
      }),
    );

  it('passes every cell of the contract with both senders', () => {
    expect(passedCells(report).toSorted()).toEqual(everyCell.toSorted());
    expect(report.outcomes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(report.summary).toMatchObject({ ok: true, findings: 0, notes: 0 });
  });

  it('has the same records before and after', async () => {
    expect(report.leftovers).toEqual([]);
    expect(await allRecords()).toEqual(before);
  });

  it('is reported without its keys', () => {
    const keys = demoDefinition.workspaces.flatMap(({ keys: some }) => some.map(({ key }) => key));
    const shown = terminalReport(report, { colour: false }) + JSON.stringify(report);
    expect(keys.filter((key) => shown.includes(key))).toEqual([]);
  });
});

describe('an unknown server', () => {
  it('fails every cell that the target file gives no way to provoke', async () => {
    const server = await startServer({ definition: demoDefinition, port: 0 });
    try {
      const { summary, outcomes } = await verify({ target: parseTarget({ baseUrl: server.url }, {}) });
      expect(summary).toMatchObject({ ok: false, passed: 0, failed: 0, findings: 0 });
      expect(outcomes.filter(({ reason = '' }) => !reason.startsWith('the target file has no'))).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
