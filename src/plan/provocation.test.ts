import { describe, expect, it } from '@jest/globals';

import { contract, documentedScenarios } from '../contract/index.ts';
import type { Provocation } from './provocation.ts';
import { provocations } from './scenarios/index.ts';

describe('a provocation', () => {
  it('declares the values of its message that only the implementation knows, and the invalid fields', () => {
    const basis = 'seed';
    const change = {};
    const whole: Provocation<'uniqueConstraintViolation'> = {
      variant: { basis, change, values: () => ({ column: 'email' }) },
    };
    // @ts-expect-error the column of the constraint is in no request
    const withoutValues: Provocation<'uniqueConstraintViolation'> = { variant: { basis, change } };
    // @ts-expect-error the fields of the details are in no request
    const withoutFields: Provocation<'validationError'> = { variant: { basis, change } };
    const ofPath: Provocation<'recordNotFound'> = { variant: { basis, change } };
    expect([whole, withoutValues, withoutFields, ofPath]).toHaveLength(4);
  });

  it('exists for every scenario', () => {
    // @ts-expect-error a scenario is missing
    const incomplete: typeof provocations = { invalidApiKey: provocations.invalidApiKey };
    expect(Object.keys(incomplete)).toHaveLength(1);
    expect(Object.keys(provocations).toSorted()).toEqual(contract.scenarioNames.toSorted());
  });

  it('applies to every operation that documents its scenario', () => {
    for (const operationId of contract.operationIds) {
      for (const scenario of documentedScenarios(operationId)) {
        const variants = Object.values(provocations[scenario]);
        expect(variants.filter(({ appliesTo }) => appliesTo?.(operationId) ?? true)).not.toEqual([]);
      }
    }
  });
});
