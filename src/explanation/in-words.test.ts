import { describe, expect, it } from '@jest/globals';

import { contract } from '../contract/index.ts';
import { explanationOf } from './explanation.ts';
import { placesInWords, retryInWords } from './in-words.ts';

describe('placesInWords', () => {
  it('describes every operation, every write, some operations, or none', () => {
    expect(placesInWords(contract.operationIds)).toBe('every operation');
    expect(placesInWords(explanationOf('readOnlyKey').places)).toMatch(/^every write: createRecord, /);
    expect(placesInWords(['getRecord', 'updateRecord'])).toBe('getRecord, updateRecord');
    expect(placesInWords(explanationOf('routeNotFound').places)).toMatch(/^no operation/);
  });
});

describe('explanationOf', () => {
  it.each(contract.scenarioNames)('explains what happened and how to fix it for %s', (name) => {
    const { happened, remedy } = explanationOf(name);
    expect(happened).toMatch(/^\S[^\n]*\.$/);
    expect(remedy.join(' ')).toMatch(/^\S[^\n]*\.$/);
  });
});

describe('retryInWords', () => {
  it('says "no" for every scenario that cannot be retried, and only for those', () => {
    for (const name of contract.scenarioNames) {
      expect(retryInWords(contract.scenarios[name].retryable).startsWith('no')).toBe(
        !contract.scenarios[name].retryable,
      );
    }
  });
});
