import { describe, expect, it } from '@jest/globals';

import { alike, othersOf } from './alike.ts';
import { findingWith } from './testing/report.ts';

describe('alike', () => {
  it('puts findings together that say the same of one scenario', () => {
    const [one, other, same] = [
      findingWith(),
      findingWith({ scenario: 'entityNotFound' }),
      findingWith({ operationId: 'deleteRecord' }),
    ];
    expect(alike([one, other, same])).toEqual([[one, same], [other]]);
    expect(alike([one, findingWith({ check: 'status' }), findingWith({ message: 'other words' })])).toHaveLength(3);
  });
});

describe('othersOf', () => {
  it('names the operations of the others, and their variants where they are not the first one’s', () => {
    const others = [
      findingWith({ operationId: 'deleteRecord' }),
      findingWith({ operationId: 'updateRecord' }),
      findingWith({ operationId: 'updateRecord', variant: 'zero' }),
      findingWith({ variant: 'zero' }),
    ];
    expect(othersOf([findingWith(), ...others])).toBe('deleteRecord, updateRecord (unknownId, zero), getRecord (zero)');
  });
});
