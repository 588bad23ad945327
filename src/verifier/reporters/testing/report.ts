import { coverageFrom } from '../../../coverage/index.ts';
import type { CaseOutcome, Constraints, Finding, Report, RuleOutcome } from '../../report/report.ts';

/** Returns a report for tests: it passed and nothing was sent, except as overridden by `parts`. */
export function reportWith(parts: Partial<Report> = {}): Report {
  const { outcomes = [], findings = [], notes = [], known = [] } = parts;
  const count = (outcome: CaseOutcome['outcome']): number => outcomes.filter((each) => each.outcome === outcome).length;
  return {
    target: { baseUrl: 'http://127.0.0.1:4000/api/v1', organization: 'acme-corp', workspace: 'sales' },
    deviations: [],
    missing: [],
    hints: [],
    level: 'strict',
    selection: { only: [], skip: [] },
    seed: null,
    senders: ['http'],
    stopped: null,
    summary: {
      ok: true,
      passed: count('passed'),
      failed: count('failed'),
      notProvoked: count('not-provoked'),
      findings: findings.length,
      notes: notes.length,
      known: known.length,
      durationMs: 1234,
    },
    outcomes: [],
    probes: [],
    constraints: null,
    coverage: coverageFrom(new Map()),
    findings: [],
    notes: [],
    known: [],
    stale: [],
    leftovers: [],
    ...parts,
  };
}

/** Returns what a run showed about three rules: one is proven, one failed, and one could not be proven. */
export function constraintsWith(): Constraints {
  const rule = (constraint: string, parts: Pick<RuleOutcome, 'outcome' | 'reason'>): RuleOutcome => ({
    entity: 'Ticket',
    column: 'title',
    constraint,
    rule: `${constraint} 20`,
    ...parts,
  });
  const rules = [
    rule('MAX_LENGTH', { outcome: 'proven' }),
    rule('MIN_LENGTH', { outcome: 'failed', reason: 'returned 201, not 422' }),
    rule('PATTERN', { outcome: 'not-proven', reason: 'no value was found that breaks it' }),
  ];
  return { declared: rules.length, proven: 1, rules };
}

/** Returns the outcome of a case: `getRecord` on a missing record, sent by `http` and passed, except as overridden by `parts`. */
export function outcomeWith(parts: Partial<CaseOutcome> = {}): CaseOutcome {
  return {
    operationId: 'getRecord',
    scenario: 'recordNotFound',
    variant: 'unknownId',
    basis: 'seed',
    sender: 'http',
    outcome: 'passed',
    ...parts,
  };
}

/** Returns a finding for that case: a message that differs from the contract, except as overridden by `parts`. */
export function findingWith(parts: Partial<Finding> = {}): Finding {
  return {
    check: 'message',
    operationId: 'getRecord',
    scenario: 'recordNotFound',
    variant: 'unknownId',
    basis: 'seed',
    senders: ['http'],
    message: 'the message is "No record: 42", not "Record not found: 42"',
    fingerprint: 'message:getRecord.recordNotFound.unknownId',
    expected: { status: 404, code: 'NOT_FOUND', message: 'Record not found: 42' },
    received: { status: 404, code: 'NOT_FOUND', message: 'No record: 42' },
    contract: 'getRecord, recordNotFound [seed]: 404 NOT_FOUND "Record not found: 42"',
    request: {
      method: 'GET',
      path: '/acme-corp/sales/Customer/42',
      headers: { authorization: 'Bearer $READ_WRITE_KEY' },
    },
    response: {
      status: 404,
      headers: { 'content-type': 'application/json' },
      body: '{"error":{"code":"NOT_FOUND","message":"No record: 42"}}',
    },
    curl: `curl -i -X GET -H "authorization: Bearer $READ_WRITE_KEY" 'http://127.0.0.1:4000/api/v1/acme-corp/sales/Customer/42'`,
    ...parts,
  };
}
