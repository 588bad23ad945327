import type { Location, Oas3Visitor, UserContext } from '@redocly/openapi-core';

import type { ReadEnvelope } from '../../src/contract/index.ts';
import { isObject, placeholdersOf as placeholdersIn, readEnvelope } from '../../src/contract/index.ts';
import { envelopeOf } from './envelope-names.ts';

/** A scenario of the document as far as it can be read. The rule `scenario-form` reports what can not. */
export interface Scenario {
  readonly name: string;
  /** Where the example stands. */
  readonly location: Location;
  readonly example: Readonly<Record<string, unknown>>;
  /** The members of `x-scenario`. */
  readonly members: Readonly<Record<string, unknown>>;
  /** The error of the example's value; `undefined` where the value is no envelope. */
  readonly error: ReadEnvelope | undefined;
}

/** What `x-scenario.values` says of a placeholder. */
export interface PlaceholderValue {
  readonly source: string;
  readonly example: string | number;
}

/** Whether an example is a scenario: it has the extension, whatever is in it. */
export function isScenario(example: unknown): example is Record<string, unknown> {
  return isObject(example) && Object.hasOwn(example, 'x-scenario');
}

/** The scenarios among `components.examples`, which stand at `location`. */
export function scenariosOf(examples: unknown, location: Location): Scenario[] {
  if (!isObject(examples)) return [];
  return Object.entries(examples).flatMap(([name, example]) => {
    if (!isScenario(example)) return [];
    const members = isObject(example['x-scenario']) ? example['x-scenario'] : {};
    return [
      {
        name,
        location: location.child([name]),
        example,
        members,
        error: readEnvelope(example.value, envelopeOf(location)),
      },
    ];
  });
}

/** Calls `visit` with every scenario of the document. */
export function eachScenario(visit: (scenario: Scenario, context: UserContext) => void): Oas3Visitor {
  return {
    NamedExamples(examples, context) {
      for (const scenario of scenariosOf(examples, context.location)) visit(scenario, context);
    },
  };
}

/** The names of the placeholders in a template, none where the text is free. */
export function placeholdersOf(template: unknown): string[] {
  return typeof template === 'string' ? [...placeholdersIn(template)] : [];
}

/** The values of a scenario that are well formed, by placeholder. */
export function valuesOf({ members }: Scenario): Map<string, PlaceholderValue> {
  const values = isObject(members.values) ? Object.entries(members.values) : [];
  return new Map(
    values.flatMap(([name, value]) => {
      if (!isPlaceholderValue(value)) return [];
      return [[name, value]];
    }),
  );
}

/** Whether a member of `x-scenario.values` says where a value comes from and gives an example of it, and nothing else. */
export function isPlaceholderValue(value: unknown): value is PlaceholderValue {
  if (!isObject(value)) return false;
  const { source, example, ...others } = value;
  const isExample = typeof example === 'string' || typeof example === 'number';
  return typeof source === 'string' && isExample && Object.keys(others).length === 0;
}
