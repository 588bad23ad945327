import type { Oas3Rule } from '@redocly/openapi-core';

import type { ListedExample } from '../document/listed-response.ts';
import { eachErrorResponse, listedExamples } from '../document/listed-response.ts';
import { isScenario, scenarioNameOf } from '../document/scenario.ts';

/** The examples of every error response are scenarios, each listed by reference and under its own name. */
export const errorExamplesAreScenarios: Oas3Rule = () =>
  eachErrorResponse((response, context) => {
    const examples = listedExamples(response, context);
    if (examples.length === 0) {
      context.report({
        message: `This ${response.status} lists no scenarios. List them under \`examples\`.`,
        location: response.location,
      });
    }
    for (const example of examples) {
      const message = complaint(example);
      if (message !== undefined) context.report({ message, location: response.location.child('content') });
    }
  });

function complaint({ name, reference, value }: ListedExample): string | undefined {
  const expected = `#/components/examples/${name}`;
  const isOfEntity = reference !== undefined && scenarioNameOf(reference) === name;
  if (reference !== expected && !isOfEntity) {
    const found = reference === undefined ? 'is written inline' : `references ${reference}`;
    return `The example ${name} of an error response ${found}. Write \`${name}: { $ref: '${expected}' }\`.`;
  }
  if (isScenario(value)) return undefined;
  return `The example ${name} of an error response is not a scenario. Give it an \`x-scenario\` in components.examples.`;
}
