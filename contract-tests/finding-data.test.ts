import { beforeAll, describe, expect, it } from '@jest/globals';

import type { Finding, Report } from '../src/verifier/index.ts';
import { bendBodies, bendErrors, bendResponses } from './mutants/bend.ts';
import type { Bending } from './mutants/bending.ts';
import { verifyVariant } from './mutants/index.ts';

/** A server that violates most of the contract but allows the setup of a run, so that each kind of finding occurs. */
const bendings: readonly Bending[] = [
  bendErrors('NOT_FOUND', (error) => ({ ...error, message: 'No such thing' })),
  bendErrors('FORBIDDEN', (error) => ({ ...error, code: 'UNAUTHORIZED' })),
  bendErrors('VALIDATION_ERROR', (error) => ({ ...error, details: [] })),
  bendErrors('UNIQUE_CONSTRAINT_VIOLATION', (error) => ({
    ...error,
    message: `${String(error.message)} at ${import.meta.url}`,
  })),
  bendBodies(
    ({ meta }) => meta !== undefined,
    (json) => ({ ...json, meta: { page: 7, size: 7, totalElements: 1, totalPages: 7 } }),
  ),
  bendBodies(
    (json) => Object.hasOwn(json, 'succeeded'),
    (json) => ({ ...json, succeeded: 99, errors: [] }),
  ),
  bendResponses((response, { method }) => (method === 'DELETE' ? { ...response, status: 404 } : response)),
  bendResponses(({ headers: { 'content-type': _type, ...headers }, ...response }) => ({ ...response, headers })),
];

async function run(): Promise<readonly Finding[]> {
  const bending: Bending = (real) => bendings.reduce((server, bend) => bend(server), real);
  const report: Report = await verifyVariant({ bending }, { senders: ['http'], level: 'strict', seed: 1 });
  return [...report.findings, ...report.notes];
}

describe('the findings of a server that violates most of the contract', () => {
  let findings: readonly Finding[];
  let again: readonly Finding[];
  beforeAll(async () => {
    findings = await run();
    again = await run();
  }, 60_000);

  it('have fingerprints of check, case and field', () => {
    for (const { fingerprint, check, operationId, scenario, variant, field } of findings) {
      const name = `${check}:${operationId}.${scenario}.${variant}`;
      expect(fingerprint).toBe(field === undefined ? name : `${name}:${field}`);
    }
    expect(findings.map(({ fingerprint }) => fingerprint)).toEqual(
      expect.arrayContaining([
        'message:getRecord.recordNotFound.noSuchId',
        'page:listRecords.success.firstPage:meta.size',
        'bulk-result:bulkCreateRecords.success.everyItem:succeeded',
      ]),
    );
  });

  it('have the same fingerprints in the next run', () => {
    const names = (all: readonly Finding[]) => all.map(({ fingerprint }) => fingerprint).toSorted();
    expect(names(again)).toEqual(names(findings));
  });

  it('contain as data only what was expected and received', () => {
    const members = new Set(
      findings.flatMap(({ expected = {}, received = {} }) => [expected, received]).flatMap(Object.keys),
    );
    expect([...members].toSorted()).toEqual(['code', 'details', 'header', 'message', 'status', 'value']);
  });

  it('have the status of the response in "received"', () => {
    for (const { received, response } of findings) expect(received?.status).toBe(response?.status);
  });

  it('expect the status that their line of the contract names', () => {
    const planned = findings.filter(({ contract }) => contract.includes(']: '));
    for (const { contract, expected } of planned) expect(contract).toContain(`]: ${String(expected?.status)}`);
    expect(planned.length).toBeGreaterThan(20);
  });

  it('have different fingerprints for different fields', () => {
    const pages = findings.filter(({ check }) => check === 'page').map(({ fingerprint }) => fingerprint);
    expect(new Set(pages).size).toBe(pages.length);
  });
});
