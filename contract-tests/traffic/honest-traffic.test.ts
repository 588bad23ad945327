import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createClient } from '../../src/client/index.ts';
import { parseTarget } from '../../src/plan/index.ts';
import type { RunningServer } from '../../src/server/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { Knowledge, RecordedExchange } from '../../src/traffic/index.ts';
import {
  bothKnown,
  knowledgeOfDefinition,
  knowledgeOfTarget,
  noKnowledge,
  TrafficJudge,
} from '../../src/traffic/index.ts';
import { demoDefinition, demoTarget } from '../../src/workspace/index.ts';
import { startExample } from '../start-example.ts';
import { recordRun, recordTraffic } from './record-run.ts';

/** Everything that the judge finds, notes included. */
function complaints(exchanges: readonly RecordedExchange[], knowledge: Knowledge = noKnowledge): readonly string[] {
  const found: string[] = [];
  const judge = new TrafficJudge({ knowledge }, (settled) => {
    if ('skipped' in settled) return;
    const { operation, scenario, breaches } = settled.judged;
    found.push(...breaches.map(({ check, message }) => `${check} at ${operation} ${scenario}: ${message}`));
  });
  for (const each of exchanges) judge.judge(each);
  judge.end();
  return found;
}

const targetOf = (url: string) => parseTarget(demoTarget(url, { faults: true }), {});

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
});
afterAll(() => server.close());

describe('honest traffic raises nothing', () => {
  it('from the verifier, at the reference server, whatever is known', async () => {
    const exchanges = await recordRun(targetOf(server.url), 'hostile');
    const target = knowledgeOfTarget(targetOf(server.url));
    const definition = knowledgeOfDefinition(demoDefinition);
    for (const knowledge of [noKnowledge, target, definition, bothKnown(definition, target)])
      expect(complaints(exchanges, knowledge)).toEqual([]);
  });

  it.each(['fastify', 'express'] as const)('from the verifier, at the example for %s', async (name) => {
    const example = await startExample[name](true);
    try {
      const file = JSON.parse(readFileSync(new URL(`../../examples/${name}/target.json`, import.meta.url), 'utf8'));
      const target = parseTarget({ ...file, baseUrl: `${example.origin}/api/v1` }, {});
      const exchanges = await recordRun(target, 'documented');
      expect(complaints(exchanges)).toEqual([]);
      expect(complaints(exchanges, knowledgeOfTarget(target))).toEqual([]);
    } finally {
      await example.close();
    }
  });

  it('from the client and from curl', async () => {
    const apiKey = 'sk_live_demo_read_write';
    const exchanges = await recordTraffic(server.url, async (url) => {
      const client = createClient({ baseUrl: `${url}/acme-corp/sales`, apiKey });
      const body = { name: 'Zoë', email: 'zoe@example.com' };
      const created = await client.createRecord({ entityName: 'Customer', body });
      const id = created.ok ? created.data.data.id : 0;
      await client.createRecord({ entityName: 'Customer', body });
      await client.createRecord({ entityName: 'Customer', body: { name: '', email: 'x' } });
      await client.getRecord({ entityName: 'Customer', id, fields: ['name'] });
      await client.listRecords({ entityName: 'Customer', size: 3, page: 1 });
      await client.bulkDeleteRecords({ entityName: 'Customer', body: [id, 987654] });
      await client.getRecord({ entityName: 'Custömer', id });
      const curl = (...words: readonly string[]) =>
        promisify(execFile)('curl', ['-s', '-H', `authorization: Bearer ${apiKey}`, ...words]);
      await curl(`${url}/acme-corp/sales/Order?expand=customer&size=2`);
      await curl('--compressed', '-X', 'DELETE', `${url}/acme-corp/sales/Customer/99999`);
      await curl('-H', 'content-type: application/json', '-d', '{"name": ', `${url}/acme-corp/sales/Customer`);
      await curl('-H', 'authorization: Bearer wrong-key-12345', `${url}/acme-corp/sales/Customer`);
    });
    expect(exchanges).toHaveLength(11);
    expect(complaints(exchanges)).toEqual([]);
    expect(complaints(exchanges, knowledgeOfDefinition(demoDefinition))).toEqual([]);
  });
});
