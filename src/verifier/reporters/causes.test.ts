import { describe, expect, it } from '@jest/globals';

import type { Finding } from '../report/report.ts';
import { alsoOf, byCause } from './causes.ts';
import { findingWith } from './testing/report.ts';

/** Returns the findings about a response of 500 instead of 404. */
const crash = (parts: Partial<Finding>): Finding =>
  findingWith({
    check: 'status',
    message: 'returned 500, not 404',
    received: { status: 500 },
    response: { status: 500, headers: {}, body: 'Oops' },
    ...parts,
  });

describe('findings by cause', () => {
  it.each<[string, readonly Finding[], readonly (readonly number[])[]]>([
    ['the same violation elsewhere', [findingWith(), findingWith({ operationId: 'deleteRecord' })], [[0, 1]]],
    [
      'the same violation with other numbers',
      [findingWith(), findingWith({ message: 'the message is "No record: 7", not "Record not found: 7"' })],
      [[0, 1]],
    ],
    ['the same violation of another scenario', [crash({}), crash({ scenario: 'entityNotFound' })], [[0, 1]]],
    [
      'what else is wrong with a response of the wrong status',
      [crash({ check: 'body', message: 'not JSON' }), crash({}), crash({ check: 'pair', message: 'no code' })],
      [[1, 0, 2]],
    ],
    [
      'a leak in such a response, which is its own',
      [crash({}), crash({ check: 'leak', message: 'a path' })],
      [[0], [1]],
    ],
    [
      'a success instead of two failures, which are two causes',
      ['readOnlyKey', 'expiredApiKey'].map((scenario) =>
        crash({
          scenario: scenario === 'readOnlyKey' ? 'readOnlyKey' : 'expiredApiKey',
          message: 'returned 200',
          response: { status: 200, headers: {}, body: '{}' },
        }),
      ),
      [[0], [1]],
    ],
    [
      'different violations',
      [findingWith(), findingWith({ check: 'leak' }), findingWith({ message: 'other' })],
      [[0], [1], [2]],
    ],
  ])('group %s', (_what, findings, expected) => {
    expect(byCause(findings).map((group) => group.map((finding) => findings.indexOf(finding)))).toEqual(expected);
  });

  it('name the check and the scenario of the others where they differ', () => {
    const others = [
      crash({ operationId: 'deleteRecord' }),
      crash({ scenario: 'entityNotFound', operationId: 'updateRecord', variant: 'otherCase' }),
      crash({ check: 'body' }),
    ];
    expect(alsoOf([crash({}), ...others])).toBe(
      'deleteRecord; entityNotFound on updateRecord (otherCase); body: recordNotFound on getRecord',
    );
  });
});
