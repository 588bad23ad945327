import type { Location, Oas3Visitor, UserContext } from '@redocly/openapi-core';

import type { ReadEnvelope } from '../../src/contract/index.ts';
import { isObject, placeholdersOf as placeholdersIn, readEnvelope } from '../../src/contract/index.ts';
import { envelopeOf } from './envelope-names.ts';

/** The parts of a scenario that are well formed. The rule `scenario-form` reports the others. */
export interface Scenario {
  readonly name: string;
  /** The location of the example. */
  readonly location: Location;
  readonly example: Readonly<Record<string, unknown>>;
  /** The members of `x-scenario`. */
  readonly members: Readonly<Record<string, unknown>>;
  /** The error in the example's value, or `undefined` if the value is not an envelope. */
  readonly error: ReadEnvelope | undefined;
}

/** The entry of a placeholder in `x-scenario.values`. */
export interface PlaceholderValue {
  readonly source: string;
  readonly example: string | number;
}

/**
 * The name of a scenario by the key of its example. The contract of a workspace has an example of the same scenario for each entity, such
 * as `Ticket.validationError`.
 */
export function scenarioNameOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

/** Whether an example is a scenario, which means that it has an `x-scenario` of any form. */
export function isScenario(example: unknown): example is Record<string, unknown> {
  return isObject(example) && Object.hasOwn(example, 'x-scenario');
}

/** The scenarios in `components.examples`, whose location is `location`. */
export function scenariosOf(examples: unknown, location: Location): Scenario[] {
  if (!isObject(examples)) return [];
  return Object.entries(examples).flatMap(([key, example]) => {
    if (!isScenario(example)) return [];
    const members = isObject(example['x-scenario']) ? example['x-scenario'] : {};
    return [
      {
        name: scenarioNameOf(key),
        location: location.child([key]),
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

/** The names of the placeholders in a template. A free text has no template, so the list is empty. */
export function placeholdersOf(template: unknown): string[] {
  return typeof template === 'string' ? [...placeholdersIn(template)] : [];
}

/** The well-formed values of a scenario, by placeholder. */
export function valuesOf({ members }: Scenario): Map<string, PlaceholderValue> {
  const values = isObject(members.values) ? Object.entries(members.values) : [];
  return new Map(
    values.flatMap(([name, value]) => {
      if (!isPlaceholderValue(value)) return [];
      return [[name, value]];
    }),
  );
}

/** Whether a member of `x-scenario.values` has a source and an example, and nothing else. */
export function isPlaceholderValue(value: unknown): value is PlaceholderValue {
  if (!isObject(value)) return false;
  const { source, example, ...others } = value;
  const isExample = typeof example === 'string' || typeof example === 'number';
  return typeof source === 'string' && isExample && Object.keys(others).length === 0;
}
