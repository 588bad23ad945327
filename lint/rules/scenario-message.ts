import type { Oas3Rule } from '@redocly/openapi-core';

import { fillTemplate, knownValues } from '../../src/contract/index.ts';
import { envelopeOf } from '../document/envelope-names.ts';
import type { PlaceholderValue } from '../document/scenario.ts';
import { eachScenario, placeholdersOf, valuesOf } from '../document/scenario.ts';

/** The message of every scenario is its template filled with its example values, and those values match its example body. */
export const scenarioMessage: Oas3Rule = () =>
  eachScenario((scenario, { report }) => {
    const { name, location, members, error } = scenario;
    const names = envelopeOf(location);
    const values = valuesOf(scenario);
    const expected = filled(members.template, values);
    if (expected !== undefined && error?.message !== expected) {
      report({
        message: `The message of ${name} is not its template filled with its example values. Write "${expected}", or fix the template or the values.`,
        location: location.child(['value', names.error, names.message]),
      });
    }
    // If a value comes from the exchange itself, its example must match it.
    const examples = Object.fromEntries([...values].map(([placeholder, { example }]) => [placeholder, example]));
    for (const [placeholder, { source, example }] of values) {
      const { [placeholder]: _own, ...others } = examples;
      const { [placeholder]: found } = knownValues(
        { [placeholder]: { source } },
        { response: { body: scenario.example.value } },
        others,
      );
      if (!source.startsWith(RESPONSE_BODY) || found === example) continue;
      report({
        message: `{${placeholder}} of ${name} is ${String(example)} in its example, but ${String(found)} in ${source}. Make the two equal.`,
        location: location.child(['x-scenario', 'values', placeholder, 'example']),
      });
    }
  });

const RESPONSE_BODY = '$response.body#';

/** Returns `undefined` for a free text or if a value is missing, which `scenario-values` reports. */
function filled(template: unknown, values: ReadonlyMap<string, PlaceholderValue>): string | undefined {
  if (typeof template !== 'string' || !placeholdersOf(template).every((name) => values.has(name))) return undefined;
  return fillTemplate(template, Object.fromEntries([...values].map(([name, { example }]) => [name, example])));
}
