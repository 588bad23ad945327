import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';

import catalogue from '../generated/catalogue.json' with { type: 'json' };
import schema from '../generated/envelope.schema.json' with { type: 'json' };
import { contract, documentedScenarios, isPair } from '../src/contract/index.ts';

describe('the envelope as a JSON Schema', () => {
  const validate = new Ajv2020({ strict: true }).compile(schema);

  it.each(contract.scenarioNames)('accepts the body of %s', (name) => {
    expect(validate(catalogue.scenarios[name].body)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['no error', {}],
    ['an unknown code', { error: { code: 'CONFLICT', message: 'Conflict' } }],
    ['no message', { error: { code: 'NOT_FOUND' } }],
    ['an additional member', { error: { code: 'NOT_FOUND', message: 'Gone' }, status: 404 }],
    ['a validation error without details', { error: { code: 'VALIDATION_ERROR', message: 'Validation failed' } }],
  ])('rejects %s', (_name, body) => {
    expect(validate(body)).toBe(false);
  });
});

describe('the catalogue as JSON', () => {
  it('describes every scenario as the contract does', () => {
    expect(Object.keys(catalogue.scenarios)).toEqual([...contract.scenarioNames]);
    for (const name of contract.scenarioNames) {
      const { status, template, retryable, basis, raisedBy, summary, description, body } = catalogue.scenarios[name];
      expect({ name, status, template, retryable, basis, code: body.error.code }).toEqual({
        name,
        status: contract.scenarios[name].status,
        template: contract.scenarios[name].template,
        retryable: contract.scenarios[name].retryable,
        basis: contract.scenarios[name].basis,
        code: contract.scenarios[name].code,
      });
      expect(raisedBy).toEqual(contract.operationKeys.filter((place) => documentedScenarios(place).includes(name)));
      expect(summary.length * description.length).toBeGreaterThan(0);
    }
  });

  it('has every operation and every pair', () => {
    expect(Object.keys(catalogue.operations)).toEqual([...contract.operationIds]);
    for (const id of contract.operationIds)
      expect(catalogue.operations[id]).toMatchObject({ path: contract.operations[id].path });
    expect(catalogue.pairs.every(({ status, code }) => isPair(status, code))).toBe(true);
    expect(catalogue.pairs).toHaveLength(contract.pairs.length);
  });
});
