import type { Oas3Rule } from '@redocly/openapi-core';

import { fillTemplate, knownValues } from '../../src/contract/index.ts';
import { envelopeOf } from '../document/envelope-names.ts';
import type { PlaceholderValue } from '../document/scenario.ts';
import { eachScenario, placeholdersOf, valuesOf } from '../document/scenario.ts';

/** The message of every scenario is its template filled with its example values, and these are true of its own value. */
export const scenarioMessage: Oas3Rule = () =>
  eachScenario((scenario, { report }) => {
    const { name, location, members, error } = scenario;
    const names = envelopeOf(location);
    const values = valuesOf(scenario);
    const expected = filled(members.template, values);
    if (expected !== undefined && error?.message !== expected) {
      report({
        message: `The message of ${name} is not its template filled with its example values. Write "${expected}", or mend the template or the values.`,
        location: location.child(['value', names.error, names.message]),
      });
    }
    // What the exchange itself says of a value, its example must agree with.
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
        message: `{${placeholder}} of ${name} is ${String(example)} by its example, but ${source} gives ${String(found)}. Make the two equal.`,
        location: location.child(['x-scenario', 'values', placeholder, 'example']),
      });
    }
  });

const RESPONSE_BODY = '$response.body#';

/** `undefined` where the text is free, or where a value is missing, which is what `scenario-values` reports. */
function filled(template: unknown, values: ReadonlyMap<string, PlaceholderValue>): string | undefined {
  if (typeof template !== 'string' || !placeholdersOf(template).every((name) => values.has(name))) return undefined;
  return fillTemplate(template, Object.fromEntries([...values].map(([name, { example }]) => [name, example])));
}
