import type { Oas3Rule } from '@redocly/openapi-core';

import { fillTemplate, isObject } from '../../src/contract/index.ts';
import type { PlaceholderValue } from '../document/scenario.ts';
import { eachScenario, placeholdersOf, valuesOf } from '../document/scenario.ts';

/** The message of every scenario is its template filled with its example values, and these are true of its own value. */
export const scenarioMessage: Oas3Rule = () =>
  eachScenario((scenario, { report }) => {
    const { name, location, members, error } = scenario;
    const values = valuesOf(scenario);
    const expected = filled(members.template, values);
    if (expected !== undefined && error?.message !== expected) {
      report({
        message: `The message of ${name} is not its template filled with its example values. Write "${expected}", or mend the template or the values.`,
        location: location.child(['value', 'error', 'message']),
      });
    }
    for (const [placeholder, { source, example }] of values) {
      const expression = filled(source, values);
      if (!expression?.startsWith(RESPONSE_BODY)) continue;
      const found = countedOrTaken(at(scenario.example.value, expression.slice(RESPONSE_BODY.length)));
      if (found === example) continue;
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

/** Follows a JSON pointer (RFC 6901). */
function at(value: unknown, pointer: string): unknown {
  const segments = pointer.split('/').slice(1);
  return segments.reduce<unknown>((current, segment) => {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    return isObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  }, value);
}

/** A list stands for its length. */
function countedOrTaken(value: unknown): unknown {
  return Array.isArray(value) ? value.length : value;
}
