import { describe, expect, it } from '@jest/globals';

import { contract } from '../contract/index.ts';
import { tokensBesidesPlan, tokensOf } from './case-values.ts';
import { recordPurposes } from './fixtures.ts';

const RUN = '1234567890';
const created = { operationId: 'createRecord', scenario: 'success', variant: 'created' } as const;
const oversized = { operationId: 'bulkCreateRecords', scenario: 'badRequest', variant: 'oversizedBatch' } as const;
const numberOf = (token: string): number => Number(token.slice(RUN.length));

describe('the tokens that make values unique', () => {
  it('are the same whenever a case is planned, and different for each of its values', () => {
    const [one, other] = [tokensOf(RUN, created), tokensOf(RUN, created)];
    const tokens = [one(), one(), one()];
    expect(new Set(tokens).size).toBe(3);
    expect([other(), other(), other()]).toEqual(tokens);
  });

  it('begin with the digits of the run, and are higher than those of the records created in advance', () => {
    const token = tokensOf(RUN, { operationId: 'listRecords', scenario: 'success', variant: 'firstPage' })();
    expect(token).toMatch(new RegExp(`^${RUN}\\d{4}$`));
    expect(numberOf(token)).toBeGreaterThan(recordPurposes.length);
  });

  it('suffice for the largest case, and run out if a variant declares too few', () => {
    const next = tokensOf(RUN, oversized);
    const many = Array.from({ length: contract.limits.batch.maximum + 2 }, next);
    expect(new Set(many).size).toBe(many.length);
    const few = tokensOf(RUN, created);
    expect(() => Array.from({ length: 5 }, few)).toThrow('needs more values than newValues');
  });

  it('of probes follow those of every case', () => {
    const besides = tokensBesidesPlan(RUN);
    const last = Array.from({ length: contract.limits.batch.maximum + 2 }, tokensOf(RUN, oversized)).at(-1) ?? '';
    expect(numberOf(besides())).toBeGreaterThan(numberOf(last));
    expect(numberOf(besides())).toBeLessThan(10_000);
  });

  it('exist only for possible cases of the contract', () => {
    expect(() => tokensOf(RUN, { ...created, variant: 'none' })).toThrow('there is no case');
  });
});
