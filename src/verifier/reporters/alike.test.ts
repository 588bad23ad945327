import { describe, expect, it } from '@jest/globals';

import { alike, othersOf } from './alike.ts';
import { findingWith } from './testing/report.ts';

describe('alike', () => {
  it('groups findings with the same check, scenario and message', () => {
    const [one, other, same] = [
      findingWith(),
      findingWith({ scenario: 'entityNotFound' }),
      findingWith({ operationId: 'deleteRecord' }),
    ];
    expect(alike([one, other, same])).toEqual([[one, same], [other]]);
    expect(
      alike([one, findingWith({ check: 'status' }), findingWith({ message: 'a different message' })]),
    ).toHaveLength(3);
  });
});

describe('othersOf', () => {
  it('names the operations of the other findings, and their variants if they differ from the first one’s', () => {
    const others = [
      findingWith({ operationId: 'deleteRecord' }),
      findingWith({ operationId: 'updateRecord' }),
      findingWith({ operationId: 'updateRecord', variant: 'zero' }),
      findingWith({ variant: 'zero' }),
    ];
    expect(othersOf([findingWith(), ...others])).toBe('deleteRecord, updateRecord (unknownId; zero), getRecord (zero)');
  });
});
