import { describe, expect, it } from '@jest/globals';

import { contract, documentedScenarios } from '../contract/index.ts';
import { recordPurposes } from './fixtures.ts';
import type { Fixtures } from './fixtures.ts';
import { parseTarget } from './parse-target.ts';
import { plan } from './plan.ts';

const file = {
  baseUrl: 'http://127.0.0.1:1/api/v1',
  organization: 'acme corp',
  workspace: 'sales',
  keys: {
    readWrite: 'key-rw',
    readOnly: 'key-ro',
    expired: 'key-exp',
    revoked: 'key-rev',
    otherWorkspace: 'key-other',
  },
  restricted: { workspace: 'archive', key: 'key-arc', mode: 'maintenance' },
  entity: {
    name: 'Customer',
    valid: { name: 'Jane', email: 'jane-{run}@example.com' },
    unique: 'email',
    required: 'name',
    invalid: { name: '', email: 'nope' },
  },
  reference: {
    entity: 'Order',
    valid: { customer_id: '{parent}' },
    column: 'customer_id',
    parent: 'Customer',
    table: 'customers',
    missing: 999,
  },
  faults: { internalError: { headers: { 'x-fault': 'internalError' } } },
};

const records = Object.fromEntries(
  recordPurposes.map((purpose, index): [string, Fixtures['records']['read']] => [
    purpose,
    { id: index + 1, values: { email: `${purpose}@example.com` } },
  ]),
) as Fixtures['records'];

const planned = (change: object = {}) => plan(parseTarget({ ...file, ...change }, {}), { run: '1234567890', records });

describe('plan', () => {
  it('provokes every documented scenario of every operation, and of the paths outside', () => {
    const { cases, unprovoked } = planned();
    expect(unprovoked).toEqual([]);
    for (const place of contract.operationKeys) {
      const provoked = new Set(
        cases.filter(({ operationId }) => operationId === place).map(({ scenario }) => scenario),
      );
      const documented = [...(place === 'outsideOperations' ? [] : ['success']), ...documentedScenarios(place)];
      expect([...provoked].toSorted()).toEqual(documented.toSorted());
    }
  });

  it('gives every case a unique name, and returns the same plan every time', () => {
    const { cases } = planned();
    const names = cases.map(({ operationId, scenario, variant }) => `${operationId} ${scenario} ${variant}`);
    expect(new Set(names).size).toBe(names.length);
    expect(planned()).toEqual({ cases, unprovoked: [] });
  });

  it('never sends a unique value twice, except for the taken one', () => {
    const sent = planned().cases.flatMap(({ request }) => request.body?.match(/jane-\d+@example\.com/g) ?? []);
    expect(sent.length).toBeGreaterThan(10);
    expect(new Set(sent).size).toBe(sent.length);
  });

  it('escapes names, and leaves a malformed path malformed', () => {
    const paths = planned().cases.map(({ request }) => request.path);
    expect(paths.filter((path) => !path.startsWith('/acme%20corp/'))).toEqual([]);
    expect(paths).toContain('/acme%20corp/sales/%zz');
  });

  it('expects the messages of the contract, filled with values of the request', () => {
    const messages = planned().cases.map(({ expected }) => expected.error?.message);
    expect(messages).toContain("A record with email 'taken@example.com' already exists");
    expect(messages).toContain("Referenced customer_id '999' does not exist in customers");
    expect(messages).toContain('Entity not found: customer');
  });

  it('gives the message basis "ours" for an access mode other than the one in the contract', () => {
    const restricted = planned().cases.find(({ scenario }) => scenario === 'workspaceRestricted');
    expect(restricted).toMatchObject({ basis: 'seed', expected: { error: { messageBasis: 'ours' } } });
  });

  it('names the missing member of the target file for a case that cannot be provoked', () => {
    const { unprovoked } = planned({ keys: { readWrite: 'key-rw' }, reference: undefined, faults: {} });
    const reasonOf = (name: string) => unprovoked.find(({ scenario }) => scenario === name)?.reason;
    expect(reasonOf('expiredApiKey')).toBe('the target file has no "keys.expired"');
    expect(reasonOf('foreignKeyViolation')).toBe('the target file has no "reference"');
    expect(reasonOf('internalError')).toContain('faults.internalError');
  });

  it('omits cases that the target file declares unreachable, for all operations or for one', () => {
    const { unprovoked } = planned({
      unreachable: { expiredApiKey: 'no expiry', 'deleteRecord.recordReferenced': 'cascades' },
    });
    expect(unprovoked.every(({ declared }) => declared)).toBe(true);
    expect(unprovoked.filter(({ scenario }) => scenario === 'expiredApiKey')).toHaveLength(8);
    expect(unprovoked.filter(({ reason }) => reason === 'cascades')).toHaveLength(1);
  });
});
