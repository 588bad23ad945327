import { describe, expect, it } from '@jest/globals';

import type { OperationId, ScenarioName } from '../../../generated/client-table.ts';
import { bulkItemScenarios, operations, scenarios } from '../../../generated/client-table.ts';
import { contract, fillTemplate, matchTemplate, placeholdersOf, scenarioOf } from '../../contract/index.ts';
import { documentedScenarios } from './documented-scenarios.ts';
import { tellScenario } from './tell-scenario.ts';

const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];
const cases = Object.keys(operations).flatMap((id) =>
  operations[id as OperationId].scenarios.map((name) => [id as OperationId, name] as const),
);

describe('tellScenario', () => {
  it.each(cases)('recognizes a failure of %s as %s, as the contract does', (operationId, name) => {
    const { status, code, example } = contract.scenarios[name];
    const candidates = documentedScenarios(operationId, status).filter((each) => scenarios[each].code === code);
    expect(tellScenario(candidates, example).scenario).toBe(name);
    expect(scenarioOf(operationId, code, example)).toBe(name);
  });

  it.each(bulkItemScenarios)('recognizes %s in an item of a batch', (name) => {
    const { code, example } = contract.scenarios[name];
    const candidates = bulkItemScenarios.filter((each) => scenarios[each].code === code);
    expect(tellScenario(candidates, example).scenario).toBe(name);
  });

  const keys: readonly ScenarioName[] = ['invalidApiKey', 'expiredApiKey', 'wrongWorkspace'];
  it.each(['', 'Invalid API key ', 'Invalid API key, Invalid API key', 'invalid api key'])(
    'returns undefined for %j, which matches no scenario',
    (message) => {
      expect(tellScenario(keys, message)).toEqual({ scenario: undefined, values: {} });
    },
  );

  it('matches values that repeat parts of the template', () => {
    const name = ['recordReferenced'] as const;
    expect(tellScenario(name, 'Record  in  is still referenced by  is still referenced by  in  in ').scenario).toBe(
      name[0],
    );
    expect(tellScenario(name, 'Record 1 is still referenced by in x').scenario).toBeUndefined();
    expect(tellScenario(name, 'Record 1 in x is still referenced by y').scenario).toBeUndefined();
  });

  it.each(scenarioNames)('returns the values in the message of %s', (name) => {
    const { template, values } = contract.scenarios[name];
    const filled = template === null ? 'any text' : fillTemplate(template, { ...values, n: 2 });
    const expected = Object.entries({ ...values, n: 2 }).map(([key, value]) => [key, String(value)]);
    const known = expected.filter(([key]) => template?.includes(`{${key}}`));
    expect(tellScenario([name], filled)).toEqual({ scenario: name, values: Object.fromEntries(known) });
    expect(placeholdersOf(template ?? '').toSorted()).toEqual(known.map(([key]) => key).toSorted());
  });

  it.each(scenarioNames)('returns no values of %s if its code identifies it, but the message is another', (name) => {
    const { code } = contract.scenarios[name];
    const isAlone = scenarioNames.filter((each) => contract.scenarios[each].code === code).length === 1;
    expect(tellScenario([name], 'Etwas anderes')).toEqual({ scenario: isAlone ? name : undefined, values: {} });
  });

  it('takes as much text as possible for the earlier values, as the contract does', () => {
    const message = "A record with a '' already exists'b' already exists";
    const { template } = contract.scenarios.uniqueConstraintViolation;
    expect(tellScenario(['uniqueConstraintViolation'], message).values).toEqual(matchTemplate(template ?? '', message));
  });

  it('searches a message only once, even one crafted to slow it down', () => {
    const message = `Record ${' is still referenced by '.repeat(40_000)}`;
    let passed = 0;
    const slice = (): string => '';
    const lastIndexOf = (literal: string, from = message.length): number => {
      const found = message.lastIndexOf(literal, from);
      passed += from - Math.max(found, 0);
      return found;
    };
    expect(tellScenario(['recordReferenced'], { length: message.length, lastIndexOf, slice }).scenario).toBeUndefined();
    expect(passed).toBeLessThanOrEqual(message.length);
  });
});
