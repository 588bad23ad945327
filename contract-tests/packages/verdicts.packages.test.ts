import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Finding, Report } from '../../src/verifier/index.ts';
import { startExample } from '../start-example.ts';
import { manifestOf, project, ROOT, tarball } from './project.ts';
import { runIn } from './run-in.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verdicts-'));
  await project(folder, { 'workspace-api-contract': `file:${tarball('workspace-api-contract')}` });
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the packed verifier and that of the repository', () => {
  // Which framework it is makes no difference to the verifier.
  it.each([
    ['express', true],
    ['fastify', false],
  ] as const)('reach the same verdict on the example for %s, with the contract: %s', async (name, contract) => {
    const start = startExample[name];
    const verdicts = [];
    for (const [label, command] of [
      ['packed', 'npx workspace-api-contract verify'],
      ['repository', `node ${join(ROOT, 'src/cli/main.ts')} verify --sender http`],
    ] as const) {
      // Each verifies a new server, because the ids of records count up.
      const { origin, close } = await start(contract);
      try {
        const target = join(ROOT, `examples/${name}/target.json`);
        const where = { place: folder, node: process.execPath };
        const reports = ['json', 'sarif', 'har'].map((format) => `--${format} ${label}.${format}`).join(' ');
        const line = `${command} --url ${origin}/api/v1 --target ${target} ${reports}`;
        const { code, stderr } = await runIn(where, line);
        expect(stderr).toMatch(label === 'packed' ? /^Dredd is not installed[^\n]*\n$/ : /^$/);
        const report: Report = JSON.parse(await readFile(join(folder, `${label}.json`), 'utf8'));
        verdicts.push({ code, ...verdictOf(report) });
      } finally {
        await close();
      }
    }
    const [packed, ours] = verdicts;
    expect(packed).toEqual(ours);
    expect(packed).toMatchObject({ code: contract ? 0 : 1, senders: ['http'] });
    expect(packed?.outcomes.length).toBeGreaterThan(100);
    const { version } = manifestOf('workspace-api-contract');
    const sarif = JSON.parse(await readFile(join(folder, 'packed.sarif'), 'utf8'));
    const har = JSON.parse(await readFile(join(folder, 'packed.har'), 'utf8'));
    expect([sarif.runs[0].tool.driver, har.log.creator]).toEqual([
      expect.objectContaining({
        version,
        informationUri: expect.stringContaining('/packages/workspace-api-contract#'),
      }),
      expect.objectContaining({ version }),
    ]);
  });
});

/** Returns what a report says about the target, without times, ids and the address. */
function verdictOf({ level, senders, summary, outcomes, probes, findings, notes, leftovers, missing }: Report) {
  const { durationMs, ...counts } = summary;
  // Values that are unique to the run.
  const named = (found: readonly Finding[]) =>
    found.map(({ fingerprint, contract }) => `${fingerprint}: ${contract}`.replaceAll(/\d{10,}/g, '{run}')).toSorted();
  return {
    level,
    senders,
    counts,
    outcomes,
    probes,
    findings: named(findings),
    notes: named(notes),
    leftovers: leftovers.length,
    missing,
  };
}
