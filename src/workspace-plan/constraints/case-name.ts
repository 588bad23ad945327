import type { OperationId, ScenarioName } from '../../contract/index.ts';
import type { CaseName, TestedRule } from '../../plan/index.ts';

/** Names a case after the rule that it tests: `Ticket.title.MAX_LENGTH`. */
export function caseName(
  operationId: OperationId,
  scenario: ScenarioName | 'success',
  tests: TestedRule,
  form = 'invalid',
): CaseName & { readonly operationId: OperationId } {
  const { entity, column, constraint } = tests;
  const variant = [entity, column, constraint, ...(form === 'invalid' ? [] : [form])].join('.');
  return { operationId, scenario, variant, basis: 'seed', tests };
}
