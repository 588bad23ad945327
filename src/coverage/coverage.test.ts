import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { contract } from '../contract/index.ts';
import { coverageBadge } from './badge.ts';
import { coverageChange, coverageLine, unjudgedLines } from './describe-coverage.ts';
import type { FailureCoverage } from './failure-coverage.ts';
import { CoverageCounter, mergeCoverage } from './failure-coverage.ts';
import { compareWithFloor, readFloor } from './floor.ts';
import { CoverageError, readCoverage } from './read-coverage.ts';

const counter = new CoverageCounter();
const nothing = counter.coverage();
counter.count('createRecord', 'badRequest', true);
counter.count('createRecord', 'badRequest', false);
counter.count('outsideOperations', 'routeNotFound', false);
const some = counter.coverage();

function everything(): FailureCoverage {
  const all = new CoverageCounter();
  for (const { operation, scenario } of nothing.failures) all.count(operation, scenario, true);
  return all.coverage();
}

describe('failure coverage', () => {
  it('counts each documented failure of each operation, and of paths outside of operations', () => {
    expect(nothing).toMatchObject({ described: 71, provoked: 0, judged: 0 });
    expect(nothing.failures.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining([...contract.operationKeys]),
    );
    expect(some).toMatchObject({ described: 71, provoked: 2, judged: 1 });
    expect(some.failures.filter(({ provoked }) => provoked > 0)).toEqual([
      { operation: 'createRecord', scenario: 'badRequest', provoked: 2, judged: 1 },
      { operation: 'outsideOperations', scenario: 'routeNotFound', provoked: 1, judged: 0 },
    ]);
  });

  it('is described in one line, and lists what is missing', () => {
    expect(coverageLine(some)).toBe('1 of 71 failures judged, 1 more provoked');
    expect(coverageLine(everything())).toBe('71 of 71 failures judged');
    expect(unjudgedLines(everything())).toEqual([]);
    expect(unjudgedLines(some)).toContain('outsideOperations: routeNotFound');
    expect(unjudgedLines(some).find((line) => line.startsWith('createRecord'))).not.toContain('badRequest');
  });

  it('adds up runs', () => {
    expect(mergeCoverage([some, some, nothing]).failures).toContainEqual({
      operation: 'createRecord',
      scenario: 'badRequest',
      provoked: 4,
      judged: 2,
    });
    expect(mergeCoverage([])).toEqual(nothing);
  });

  it('names what a change gained and lost', () => {
    expect(coverageChange(nothing, some)).toEqual({ gained: ['createRecord.badRequest'], lost: [] });
    expect(coverageChange(some, nothing)).toEqual({ gained: [], lost: ['createRecord.badRequest'] });
  });

  it('is read from what it was written to, which matches its schema', () => {
    const text = JSON.stringify(some);
    expect(readCoverage(text)).toEqual(some);
    const schema: object = JSON.parse(readFileSync(new URL('failure-coverage.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020().compile(schema);
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
  });

  it.each([
    ['an empty file', '', 'this is no failure coverage'],
    ['a list', '[]', 'this is no failure coverage'],
    [
      'another contract',

      JSON.stringify({ ...some, contract: { title: 'Other API', version: '9' } }),
      'this is the coverage of Other API 9',
    ],
    [
      'an undocumented failure',
      JSON.stringify({
        ...some,
        failures: [{ operation: 'getRecord', scenario: 'foreignKeyViolation', provoked: 1, judged: 1 }],
      }),
      'failures[0]: the contract documents no failure getRecord.foreignKeyViolation',
    ],
    [
      'more judged than provoked',
      JSON.stringify({
        ...some,
        failures: [{ operation: 'getRecord', scenario: 'badRequest', provoked: 1, judged: 2 }],
      }),
      'failures[0]: judged must not be more than provoked',
    ],
    [
      'a negative count',
      JSON.stringify({
        ...some,
        failures: [{ operation: 'getRecord', scenario: 'badRequest', provoked: -1, judged: 0 }],
      }),
      'failures[0].provoked must be a whole number',
    ],
  ])('refuses %s', (_what, text, message) => {
    expect(() => readCoverage(text)).toThrow(CoverageError);
    expect(() => readCoverage(text)).toThrow(message);
  });
});

describe('a floor', () => {
  it('rises with what is judged, and never falls', () => {
    const first = compareWithFloor(some, readFloor(''));
    expect(first).toEqual({
      lost: [],
      gained: ['createRecord.badRequest'],
      raised: { judged: ['createRecord.badRequest'] },
    });
    const next = compareWithFloor(nothing, readFloor(JSON.stringify(first.raised)));
    expect(next).toEqual({ lost: ['createRecord.badRequest'], gained: [], raised: first.raised });
  });

  it('forgets failures that the contract no longer documents', () => {
    const verdict = compareWithFloor(some, { judged: ['createRecord.gone', 'createRecord.badRequest'] });
    expect(verdict).toEqual({ lost: [], gained: [], raised: { judged: ['createRecord.badRequest'] } });
  });

  it.each(['{}', '[1]', '{"judged":[1]}', 'x'])('refuses %s', (text) => {
    expect(() => readFloor(text)).toThrow(CoverageError);
  });
});

describe('a badge', () => {
  it('has the number of judged failures, and a colour', () => {
    expect(coverageBadge(everything())).toEqual({
      schemaVersion: 1,
      label: 'failure coverage',
      message: '71 of 71',
      color: 'brightgreen',
    });
    expect(coverageBadge(some)).toMatchObject({ message: '1 of 71', color: 'red' });
  });
});
