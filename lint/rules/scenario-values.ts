import type { Oas3Rule } from '@redocly/openapi-core';

import { isSource, sourceForms } from '../../src/contract/index.ts';
import { eachScenario, placeholdersOf, valuesOf } from '../document/scenario.ts';

/** The values of every scenario cover exactly the placeholders of its template, each with a valid source. */
export const scenarioValues: Oas3Rule = () =>
  eachScenario((scenario, { report }) => {
    const { name, members } = scenario;
    const values = valuesOf(scenario);
    const location = scenario.location.child(['x-scenario', 'values']);
    const placeholders = placeholdersOf(members.template);

    for (const placeholder of placeholders.filter((each) => !values.has(each))) {
      const message = `The template of ${name} has {${placeholder}}. Add \`${placeholder}: { source: …, example: … }\` to its values.`;
      report({ message, location });
    }
    for (const [value, { source }] of values) {
      if (!placeholders.includes(value)) {
        const message = `The template of ${name} has no {${value}}. Remove it from the values, or add it to the template.`;
        report({ message, location: location.child(value).key() });
      }
      if (!isSource(source)) {
        const message = `{${value}} of ${name} comes from ${source}. A source must start with one of ${sourceForms.join(', ')}.`;
        report({ message, location: location.child([value, 'source']) });
      }
      for (const nested of placeholdersOf(source).filter((each) => !values.has(each))) {
        const message = `The source of {${value}} of ${name} needs {${nested}}, which is not in the values. Add it, or fix the source.`;
        report({ message, location: location.child([value, 'source']) });
      }
    }
  });
