import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../../src/plan/index.ts';
import type { Report, VerifyOptions } from '../../src/verifier/index.ts';
import {
  githubAnnotations,
  githubSummary,
  htmlReport,
  jsonReport,
  junitReport,
  senderNames,
  terminalReport,
  verify,
} from '../../src/verifier/index.ts';
import { demoTarget } from '../../src/workspace/index.ts';
import { startBent } from '../hostile-level/bent-server.ts';
import type { Reference } from '../hostile-level/verify-hostile.ts';
import { inShort, SEED, startReference } from '../hostile-level/verify-hostile.ts';
import type { Shape } from './shaped-server.ts';
import { shaped } from './shaped-server.ts';

let server: Reference;
beforeAll(async () => {
  server = await startReference();
});
afterAll(() => server.close());

const tenant = { header: 'x-tenant', value: 'blue' };
const words: Shape['ids'] = {
  show: (id) => `rec_${id.toString(36)}`,
  pattern: /rec_([\da-z]{1,8})/,
  read: (group) => Number.parseInt(group, 36),
};
const uuids: Shape['ids'] = {
  show: (id) => `018f0000-0000-7000-8000-${String(id).padStart(12, '0')}`,
  pattern: /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-([\da-f]{12})/,
  // The id that the verifier uses for a missing record must not match a record of the reference server.
  read: (group) => Number(group) || 999_999_999,
};

/** Orders are the main entity: they must reference a customer. */
const declared = {
  headers: { 'X-Tenant': { env: 'TENANT' } },
  entity: {
    name: 'Order',
    valid: { orderNumber: 'ORD-{run:16}', customer_id: '{parent}', paid: true },
    unique: 'orderNumber',
    required: 'orderNumber',
    invalid: { orderNumber: 'nope', total: -1 },
  },
};
const parentValid = { name: 'Jane Doe', email: 'jane-{run}@example.com' };

const shapes: Readonly<Record<string, { readonly shape: Shape; readonly file: object; readonly missing: string }>> = {
  'string ids, keys in X-Api-Key, and 400 for a malformed id': {
    shape: { ids: words, key: { header: 'x-api-key', prefix: '' }, malformed: 400, tenant },
    file: {
      ids: 'string',
      authentication: { header: 'X-Api-Key' },
      malformedId: 400,
      fixtures: { missingId: 'rec_zzzzzz' },
    },
    missing: 'rec_zzzzzy',
  },
  'UUIDs, keys of another scheme, and 422 for a malformed id': {
    shape: { ids: uuids, key: { header: 'authorization', prefix: 'ApiKey ' }, malformed: 422, tenant },
    file: { ids: 'uuid', authentication: { scheme: 'ApiKey' }, malformedId: 422 },
    missing: '018f0000-0000-7000-8000-000999999998',
  },
};

async function verifyShape(name: string, file: object, options: Omit<VerifyOptions, 'target'>): Promise<Report> {
  const { shape, missing } = shapes[name] ?? { shape: undefined, missing: undefined };
  if (shape === undefined) throw new Error(`there is no shape named ${name}`);
  const bent = await startBent(server.url, shaped(shape));
  try {
    const demo = { reference: {}, ...demoTarget(bent.url, { faults: true }) };
    const reference = { ...demo.reference, missing, parentValid };
    const target = parseTarget({ ...demo, ...declared, reference, ...file }, { TENANT: 'blue' });
    return await verify({ level: 'hostile', seed: SEED, timeout: 5000, ...options, target });
  } finally {
    await bent.close();
  }
}

describe.each(Object.entries(shapes))('a server with %s', (name, { file }) => {
  let report: Report;
  beforeAll(async () => {
    report = await verifyShape(name, file, { senders: senderNames });
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
    const { stopped, summary } = await verifyShape(name, { ...file, authentication: undefined }, { senders: ['http'] });
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
        name,
        { ...file, [member]: undefined },
        { senders: ['http'], level: 'strict', bail: true, failOn: 'note' },
      );
      expect([...findings, ...notes]).not.toEqual([]);
    },
  );
});
