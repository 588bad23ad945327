import type { OperationId, ScenarioName } from '../../generated/catalogue.ts';
import { operations, scenarios } from '../../generated/catalogue.ts';
import { matchTemplate } from './template.ts';

/**
 * Tells which scenario of an operation an error is, by its code and, where several share one, by its message.
 * `undefined` where the message is of none of them.
 */
export function scenarioOf(operationId: OperationId, code: unknown, message: unknown): ScenarioName | undefined {
  const candidates = operations[operationId].scenarios.filter((name) => scenarios[name].code === code);
  return (
    candidates.find((name) => isOfTemplate(scenarios[name].template, message)) ??
    candidates.find((name) => scenarios[name].template === null)
  );
}

function isOfTemplate(template: string | null, message: unknown): boolean {
  return template !== null && typeof message === 'string' && matchTemplate(template, message) !== undefined;
}
