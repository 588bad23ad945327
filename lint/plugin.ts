import type { Plugin } from '@redocly/openapi-core';

import { walkOutsideOperations } from './outside-operations.ts';
import { constraintMessages } from './rules/constraint-messages.ts';
import { envelope } from './rules/envelope.ts';
import { errorCodesHaveScenarios } from './rules/error-codes-have-scenarios.ts';
import { errorEnvelope } from './rules/error-envelope.ts';
import { errorExamplesAreScenarios } from './rules/error-examples-are-scenarios.ts';
import { errorPairs } from './rules/error-pairs.ts';
import { errorTable } from './rules/error-table.ts';
import { knownBasis } from './rules/known-basis.ts';
import { limits } from './rules/limits.ts';
import { namedExamples } from './rules/named-examples.ts';
import { operationScenarios } from './rules/operation-scenarios.ts';
import { precedence } from './rules/precedence.ts';
import { scenarioForm } from './rules/scenario-form.ts';
import { scenarioHasOneStatus } from './rules/scenario-has-one-status.ts';
import { scenarioMessage } from './rules/scenario-message.ts';
import { scenarioValues } from './rules/scenario-values.ts';

/** The rules, which Redocly runs as `house/<file name>`, and the node types they need. Redocly requires a default export. */
export default function house() {
  return {
    id: 'house',
    typeExtension: { oas3: walkOutsideOperations },
    rules: {
      oas3: {
        'constraint-messages': constraintMessages,
        envelope,
        'error-codes-have-scenarios': errorCodesHaveScenarios,
        'error-envelope': errorEnvelope,
        'error-examples-are-scenarios': errorExamplesAreScenarios,
        'error-pairs': errorPairs,
        'error-table': errorTable,
        'known-basis': knownBasis,
        limits,
        'named-examples': namedExamples,
        'operation-scenarios': operationScenarios,
        precedence,
        'scenario-form': scenarioForm,
        'scenario-has-one-status': scenarioHasOneStatus,
        'scenario-message': scenarioMessage,
        'scenario-values': scenarioValues,
      },
    },
  } satisfies Plugin;
}
