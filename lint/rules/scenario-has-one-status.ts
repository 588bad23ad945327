import type { Oas3Rule } from '@redocly/openapi-core';

import { listedExamples, listedResponses } from '../document/listed-response.ts';
import { scenariosOf } from '../document/scenario.ts';

/** Every scenario is listed under exactly one status, so that its name identifies the response. */
export const scenarioHasOneStatus: Oas3Rule = () => {
  const statuses = new Map<string, Set<string>>();
  return {
    Responses(responses, context) {
      for (const response of listedResponses({ value: responses, location: context.location }, context)) {
        for (const { name } of listedExamples(response, context)) {
          statuses.set(name, (statuses.get(name) ?? new Set()).add(response.status));
        }
      }
    },
    Root: {
      leave(root, { location, report }) {
        const examples = location.child(['components', 'examples']);
        for (const scenario of scenariosOf(root.components?.examples, examples)) {
          const message = complaint(scenario.name, [...(statuses.get(scenario.name) ?? [])]);
          if (message !== undefined) report({ message, location: scenario.location.key() });
        }
      },
    },
  };
};

function complaint(name: string, statuses: readonly string[]): string | undefined {
  if (statuses.length === 1) return undefined;
  if (statuses.length === 0) {
    return `No response lists the scenario ${name}. List it in a response, or remove it from components.examples.`;
  }
  return `The scenario ${name} is listed under ${statuses.join(' and ')}. Keep one status, and add a separate scenario for each of the others.`;
}
