import { execFile } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import type { Finding } from '../src/verifier/index.ts';
import { verify } from '../src/verifier/index.ts';
import { demoDefinition, demoTarget } from '../src/workspace/index.ts';
import { recordsOf } from './broken-server.ts';
import { bendBodies, bendErrors, bendResponses } from './mutants/bend.ts';
import type { Bending } from './mutants/bending.ts';
import type { Running } from './mutants/index.ts';
import { startMutant } from './mutants/index.ts';

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

/** Returns what a shell prints, with numbers replaced: ids differ from run to run. */
function shell(lines: string): Promise<string> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', lines], { env: { ...process.env, ...environment } }, (_error, stdout) => resolve(stdout));
  });
}

const withoutNumbers = (text: string): string => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T').replace(/\d+/g, '#');

describe('the lines that repeat a finding', () => {
  it('get the same response, and leave no record, for every finding', async () => {
    for (const { curl, response, fingerprint } of findings) {
      const printed = (await shell(curl)).replaceAll('\r', '');
      const head = Number(/^HTTP\/1\.1 (\d+)/.exec(printed)?.[1]);
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
});
