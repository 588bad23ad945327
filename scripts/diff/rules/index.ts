import type { Rule } from '../change.ts';
import { basis } from './basis.ts';
import { constraintMessages } from './constraint-messages.ts';
import { envelope } from './envelope.ts';
import { errorMembers } from './error-members.ts';
import { errorTable } from './error-table.ts';
import { operationPairs } from './operation-pairs.ts';
import { operationScenarios } from './operation-scenarios.ts';
import { precedence } from './precedence.ts';
import { scenarioExample } from './scenario-example.ts';
import { scenarioName } from './scenario-name.ts';
import { scenarioPair } from './scenario-pair.ts';
import { scenarioRetryable } from './scenario-retryable.ts';
import { scenarioTemplate } from './scenario-template.ts';
import { security } from './security.ts';

/** The rules for changes of errors, by name. */
export const rules = {
  'error-table': errorTable,
  'operation-pairs': operationPairs,
  'operation-scenarios': operationScenarios,
  'scenario-name': scenarioName,
  'scenario-pair': scenarioPair,
  'scenario-template': scenarioTemplate,
  'scenario-example': scenarioExample,
  'scenario-retryable': scenarioRetryable,
  'error-members': errorMembers,
  envelope,
  precedence,
  'constraint-messages': constraintMessages,
  basis,
  security,
} satisfies Record<string, Rule>;
