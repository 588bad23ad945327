import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Report } from '../../src/verifier/index.ts';
import {
  githubAnnotations,
  githubSummary,
  htmlReport,
  jsonReport,
  junitReport,
  senderNames,
  terminalReport,
} from '../../src/verifier/index.ts';
import type { Reference } from '../hostile-level/verify-hostile.ts';
import { inShort, startReference } from '../hostile-level/verify-hostile.ts';
import type { ShapeName } from './shapes.ts';
import { shapes, verifyShape } from './shapes.ts';

let server: Reference;
beforeAll(async () => {
  server = await startReference();
});
afterAll(() => server.close());

const names: readonly ShapeName[] = [
  'string ids, keys in X-Api-Key, and 400 for a malformed id',
  'UUIDs, keys of another scheme, and 422 for a malformed id',
];

describe.each(names)('a server with %s', (name) => {
  const { file } = shapes[name];
  let report: Report;
  beforeAll(async () => {
    report = await verifyShape(server.url, name, file, { senders: senderNames });
  });

  it('passes at the hostile level without findings or notes', () => {
    // The proxy in front of the reference server answers broken framing itself.
    const notes = report.notes.filter(({ check, message }) => check !== 'hostile-http' || /, not 404/.test(message));
    expect([...report.findings, ...notes].map(inShort)).toEqual([]);
    expect(report.outcomes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(report.probes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(report.summary.ok).toBe(true);
    expect(report.leftovers).toEqual([]);
    expect([...report.hints, ...report.missing]).toEqual([]);
  });

  it('has its declared deviations in every report', () => {
    expect(report.deviations).toHaveLength(3);
    const written = [
      terminalReport(report, { colour: false }),
      jsonReport(report),
      junitReport(report),
      htmlReport(report),
      githubSummary(report),
      githubAnnotations(report),
    ];
    for (const text of written) for (const member of Object.keys(file).slice(0, 3)) expect(text).toMatch(member);
  });

  it('is not verified if the target file does not declare how keys are sent', async () => {
    const { stopped, summary } = await verifyShape(
      server.url,
      name,
      { ...file, authentication: undefined },
      { senders: ['http'] },
    );
    expect(stopped).toEqual({
      by: 'unavailable',
      reason: expect.stringContaining('describe how in "authentication"'),
    });
    expect(summary).toMatchObject({ ok: false, passed: 0 });
  });

  it.each(Object.keys(file).filter((member) => !['fixtures', 'authentication'].includes(member)))(
    'gets findings or notes if the target file does not declare %s',
    async (member) => {
      const { findings, notes } = await verifyShape(
        server.url,
        name,
        { ...file, [member]: undefined },
        { senders: ['http'], level: 'strict', bail: true, failOn: 'note' },
      );
      expect([...findings, ...notes]).not.toEqual([]);
    },
  );
});
