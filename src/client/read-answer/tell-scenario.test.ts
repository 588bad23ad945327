import { describe, expect, it } from '@jest/globals';

import type { OperationId, ScenarioName } from '../../../generated/client-table.ts';
import { bulkItemScenarios, operations, scenarios } from '../../../generated/client-table.ts';
import { contract, scenarioOf } from '../../contract/index.ts';
import { documentedScenarios } from './documented-scenarios.ts';
import { tellScenario } from './tell-scenario.ts';

const cases = Object.keys(operations).flatMap((id) =>
  operations[id as OperationId].scenarios.map((name) => [id as OperationId, name] as const),
);

describe('tellScenario', () => {
  it.each(cases)('recognizes a failure of %s as %s, as the contract does', (operationId, name) => {
    const { status, code, example } = contract.scenarios[name];
    const candidates = documentedScenarios(operationId, status).filter((each) => scenarios[each].code === code);
    expect(tellScenario(candidates, example)).toBe(name);
    expect(scenarioOf(operationId, code, example)).toBe(name);
  });

  it.each(bulkItemScenarios)('recognizes %s in an item of a batch', (name) => {
    const { code, example } = contract.scenarios[name];
    const candidates = bulkItemScenarios.filter((each) => scenarios[each].code === code);
    expect(tellScenario(candidates, example)).toBe(name);
  });

  const keys: readonly ScenarioName[] = ['invalidApiKey', 'expiredApiKey', 'wrongWorkspace'];
  it.each(['', 'Invalid API key ', 'Invalid API key, Invalid API key', 'invalid api key'])(
    'returns undefined for %j, which matches no scenario',
    (message) => {
      expect(tellScenario(keys, message)).toBeUndefined();
    },
  );

  it('matches values that repeat parts of the template', () => {
    const name = ['recordReferenced'] as const;
    expect(tellScenario(name, 'Record  in  is still referenced by  is still referenced by  in  in ')).toBe(name[0]);
    expect(tellScenario(name, 'Record 1 is still referenced by in x')).toBeUndefined();
    expect(tellScenario(name, 'Record 1 in x is still referenced by y')).toBeUndefined();
  });

  it('searches a message only once, even one crafted to slow it down', () => {
    const message = `Record ${' is still referenced by '.repeat(40_000)}`;
    let passed = 0;
    const lastIndexOf = (literal: string, from = message.length): number => {
      const found = message.lastIndexOf(literal, from);
      passed += from - Math.max(found, 0);
      return found;
    };
    expect(tellScenario(['recordReferenced'], { length: message.length, lastIndexOf })).toBeUndefined();
    expect(passed).toBeLessThanOrEqual(message.length);
  });
});
