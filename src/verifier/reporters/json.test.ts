import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';

import type {
  CaseOutcome,
  Constraints,
  Finding,
  ProbeOutcome,
  Report,
  RuleOutcome,
  Summary,
} from '../report/report.ts';
import schema from '../report/report.schema.json' with { type: 'json' };
import { jsonReport } from './json.ts';
import { constraintsWith, findingWith, outcomeWith, reportWith } from './testing/report.ts';

type Stop = NonNullable<Report['stopped']>;
type KnownFinding = Report['stale'][number];

/** Whether each member of an interface can be absent. */
type Members<T> = { readonly [Name in keyof T]-?: object extends Pick<T, Name> ? 'optional' : 'required' };

const caseName = {
  operationId: 'required',
  scenario: 'required',
  variant: 'required',
  basis: 'required',
  tests: 'optional',
} as const;
const rule = { entity: 'required', column: 'required', constraint: 'required', rule: 'required' } as const;
const outcome = { outcome: 'required', reason: 'optional', declared: 'optional', known: 'optional' } as const;

/** The objects of a report: the compiler compares their members with the interfaces, and the test with the schema. */
const objects = {
  report: {
    schema,
    members: {
      $schema: 'optional',
      target: 'required',
      deviations: 'required',
      hints: 'required',
      missing: 'required',
      level: 'required',
      selection: 'required',
      seed: 'required',
      senders: 'required',
      summary: 'required',
      stopped: 'required',
      outcomes: 'required',
      probes: 'required',
      constraints: 'required',
      coverage: 'required',
      findings: 'required',
      notes: 'required',
      known: 'required',
      stale: 'required',
      leftovers: 'required',
    } satisfies Members<Report & { readonly $schema?: string }>,
  },
  target: {
    schema: schema.properties.target,
    members: { baseUrl: 'required', organization: 'required', workspace: 'required' } satisfies Members<
      Report['target']
    >,
  },
  selection: {
    schema: schema.properties.selection,
    members: { only: 'required', skip: 'required' } satisfies Members<Report['selection']>,
  },
  summary: {
    schema: schema.$defs.summary,
    members: {
      ok: 'required',
      passed: 'required',
      failed: 'required',
      notProvoked: 'required',
      findings: 'required',
      notes: 'required',
      known: 'required',
      durationMs: 'required',
    } satisfies Members<Summary>,
  },
  stop: { schema: schema.$defs.stop, members: { by: 'required', reason: 'required' } satisfies Members<Stop> },
  caseOutcome: {
    schema: schema.$defs.caseOutcome,
    members: { ...caseName, sender: 'required', ...outcome, unproven: 'optional' } satisfies Members<CaseOutcome>,
  },
  testedRule: { schema: schema.$defs.testedRule, members: rule satisfies Members<NonNullable<CaseOutcome['tests']>> },
  constraints: {
    schema: schema.$defs.constraints,
    members: { declared: 'required', proven: 'required', rules: 'required' } satisfies Members<Constraints>,
  },
  ruleOutcome: {
    schema: schema.$defs.ruleOutcome,
    members: { ...rule, outcome: 'required', reason: 'optional' } satisfies Members<RuleOutcome>,
  },
  probeOutcome: {
    schema: schema.$defs.probeOutcome,
    members: { probe: 'required', ...outcome } satisfies Members<ProbeOutcome>,
  },
  finding: {
    schema: schema.$defs.finding,
    members: {
      ...caseName,
      check: 'required',
      senders: 'required',
      message: 'required',
      fingerprint: 'required',
      field: 'optional',
      expected: 'optional',
      received: 'optional',
      contract: 'required',
      request: 'required',
      response: 'optional',
      curl: 'required',
      // Required in `known`, and not allowed elsewhere.
      reason: 'optional',
    } satisfies Members<Finding & Partial<Report['known'][number]>>,
  },
  facts: {
    schema: schema.$defs.facts,
    members: {
      status: 'optional',
      code: 'optional',
      message: 'optional',
      details: 'optional',
      header: 'optional',
      value: 'optional',
    } satisfies Members<NonNullable<Finding['received']>>,
  },
  request: {
    schema: schema.$defs.request,
    members: {
      method: 'required',
      path: 'required',
      headers: 'required',
      body: 'optional',
    } satisfies Members<Finding['request']>,
  },
  response: {
    schema: schema.$defs.response,
    members: {
      status: 'required',
      headers: 'required',
      body: 'required',
      bodySize: 'optional',
    } satisfies Members<NonNullable<Finding['response']>>,
  },
  knownFinding: {
    schema: schema.$defs.knownFinding,
    members: { fingerprint: 'required', message: 'required', reason: 'required' } satisfies Members<KnownFinding>,
  },
  leftover: {
    schema: schema.$defs.leftover,
    members: { collection: 'required', record: 'required', reason: 'required' } satisfies Members<
      Report['leftovers'][number]
    >,
  },
};

/** The values of each enum: the compiler compares them with the types, and the test with the schema. */
const enums = {
  level: [schema.properties.level, { documented: 1, strict: 1, hostile: 1 } satisfies Record<Report['level'], 1>],
  sender: [schema.$defs.sender, { http: 1, dredd: 1 } satisfies Record<CaseOutcome['sender'], 1>],
  outcome: [
    schema.$defs.outcome,
    { passed: 1, failed: 1, 'not-provoked': 1 } satisfies Record<(CaseOutcome | ProbeOutcome)['outcome'], 1>,
  ],
  ruleOutcome: [
    schema.$defs.ruleOutcome.properties.outcome,
    { proven: 1, failed: 1, 'not-proven': 1 } satisfies Record<RuleOutcome['outcome'], 1>,
  ],
  basis: [schema.$defs.basis, { seed: 1, api: 1, ours: 1 } satisfies Record<Finding['basis'], 1>],
  stop: [
    schema.$defs.stop.properties.by,
    { interrupted: 1, unavailable: 1, internal: 1 } satisfies Record<Stop['by'], 1>,
  ],
} as const;

const validate = new Ajv2020({ strict: true }).compile(schema);

const testedRule = { entity: 'Ticket', column: 'title', constraint: 'MAX_LENGTH', rule: 'MAX_LENGTH 20' };
const known = { ...findingWith(), reason: 'until the next release' };
const notProvoked = { outcome: 'not-provoked', reason: 'the target file has no "restricted"', declared: true } as const;

describe('report.schema.json', () => {
  it.each(Object.entries(objects))('has the members of the interface: %s', (_name, { schema: object, members }) => {
    const required = Object.entries(members).filter(([, presence]) => presence === 'required');
    expect(Object.keys(object.properties).toSorted()).toEqual(Object.keys(members).toSorted());
    expect(('required' in object ? object.required : []).toSorted()).toEqual(required.map(([name]) => name).toSorted());
    expect(object.additionalProperties).toBe(false);
  });

  it.each(Object.entries(enums))('has the values of the type: %s', (_name, [{ enum: found }, values]) => {
    expect(found).toEqual(Object.keys(values));
  });

  it.each<[string, Partial<Report>]>([
    ['a run that passed', { outcomes: [outcomeWith()], probes: [{ probe: 'head', outcome: 'passed' }] }],
    ['what was not provoked', { outcomes: [outcomeWith(notProvoked)], probes: [{ probe: 'head', ...notProvoked }] }],
    ['a known failure', { outcomes: [outcomeWith({ outcome: 'failed', reason: 'the message differs', known: true })] }],
    ['a finding without a response', { findings: [findingWithoutResponse()] }],
    ['a known finding and a stale one', { known: [known], stale: [known].map(named) }],
    ['a run that was stopped', { stopped: { by: 'unavailable', reason: 'no response' }, seed: 42, level: 'hostile' }],
    [
      'the rules of a definition',
      {
        constraints: constraintsWith(),
        outcomes: [outcomeWith({ tests: testedRule, unproven: 'the server names another rule' })],
        findings: [findingWith({ tests: testedRule })],
      },
    ],
    ['a target without names', { target: { baseUrl: 'http://a', organization: null, workspace: null } }],
  ])('accepts %s', (_what, parts) => {
    expect(problemsOf(parts)).toBeNull();
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['an unknown member', { version: 1 }, ''],
    ['an unknown member of a finding', { findings: [{ ...findingWith(), severity: 1 }] }, '/findings/0'],
    ['a finding with a reason', { findings: [known] }, '/findings/0/reason'],
    ['a note with a reason', { notes: [known] }, '/notes/0/reason'],
    ['a known finding without a reason', { known: [findingWith()] }, '/known/0'],
    ['a failure without a reason', { outcomes: [outcomeWith({ outcome: 'failed' })] }, '/outcomes/0'],
    ['a passed probe with a reason', { probes: [{ ...notProvoked, probe: 'head', outcome: 'passed' }] }, '/probes/0'],
    [
      'a proven rule with a reason',
      { constraints: { declared: 1, proven: 1, rules: [{ ...testedRule, outcome: 'proven', reason: 'x' }] } },
      '/constraints',
    ],
    [
      'a failed case that is unproven',
      { outcomes: [outcomeWith({ outcome: 'failed', reason: 'x', unproven: 'y' })] },
      '/outcomes/0',
    ],
    ['an unknown sender', { senders: ['curl'] }, '/senders/0'],
    ['an unknown reason to stop', { stopped: { by: 'chance', reason: '' } }, '/stopped'],
    ['the address of another schema', { $schema: 'https://example.com' }, '/$schema'],
  ])('rejects %s', (_what, parts, place) => {
    expect(validate({ ...JSON.parse(jsonReport(reportWith())), ...parts })).toBe(false);
    expect(validate.errors?.at(-1)?.instancePath.startsWith(place)).toBe(true);
  });
});

describe('jsonReport', () => {
  it('names its schema first', () => {
    expect(jsonReport(reportWith())).toMatch(
      /^\{\n {2}"\$schema": "https:\/\/unpkg\.com\/workspace-api-contract\/report\.schema\.json",\n/,
    );
  });
});

/** Returns the errors of a report as JSON; `null` if it has none. */
function problemsOf(parts: Partial<Report>): unknown {
  validate(JSON.parse(jsonReport(reportWith(parts))));
  return validate.errors ?? null;
}

function findingWithoutResponse(): Finding {
  const { response: _response, received: _received, ...others } = findingWith({ check: 'answer' });
  return others;
}

function named({ fingerprint, message, reason }: KnownFinding): KnownFinding {
  return { fingerprint, message, reason };
}
