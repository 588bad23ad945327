import { describe, expect, it } from '@jest/globals';

import { contract } from '../contract/index.ts';
import { explanationOf } from './explanation.ts';
import { placesInWords, retryInWords } from './in-words.ts';

describe('places in words', () => {
  it('are every operation, every write, some operations, or none', () => {
    expect(placesInWords(contract.operationIds)).toBe('every operation');
    expect(placesInWords(explanationOf('readOnlyKey').places)).toMatch(/^every write: createRecord, /);
    expect(placesInWords(['getRecord', 'updateRecord'])).toBe('getRecord, updateRecord');
    expect(placesInWords(explanationOf('routeNotFound').places)).toMatch(/^no operation/);
  });
});

describe('an explanation', () => {
  it.each(contract.scenarioNames)('of %s says what happened and how to mend it', (name) => {
    const { happened, remedy } = explanationOf(name);
    expect(happened).toMatch(/^\S[^\n]*\.$/);
    expect(remedy.join(' ')).toMatch(/^\S[^\n]*\.$/);
  });

  it('of what may be retried says so', () => {
    for (const name of contract.scenarioNames) {
      expect(retryInWords(contract.scenarios[name].retryable).startsWith('no')).toBe(
        !contract.scenarios[name].retryable,
      );
    }
  });
});
