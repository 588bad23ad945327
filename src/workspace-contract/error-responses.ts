import type { Code, OperationId, ScenarioName } from '../contract/index.ts';
import { contract, documentedScenarios, isScenarioName } from '../contract/index.ts';
import type { EntityFacts } from './entity-facts.ts';
import { canHappen, itemOperationOf } from './entity-facts.ts';
import type { JsonObject } from './json.ts';
import { objectAt, referenceOf, refTo } from './json.ts';

const MEDIA_TYPE = contract.envelope.mediaType;

/**
 * Returns a failure of an operation on one entity: the response of the contract, with only what can happen to this entity. Returns
 * `undefined` if none of its scenarios can.
 * @param own the scenarios that have an example of this entity
 */
export function errorResponse(
  reference: JsonObject,
  facts: EntityFacts,
  own: ReadonlySet<ScenarioName>,
  components: JsonObject,
): JsonObject | undefined {
  const name = referenceOf(reference)?.name ?? '';
  const response = objectAt(components, 'responses', name);
  const listed = Object.keys(objectAt(response, 'content', MEDIA_TYPE, 'examples')).filter(isScenarioName);
  const possible = listed.filter((scenario) => canHappen(facts, scenario));
  if (possible.length === 0) return undefined;
  const isWhole = possible.length === listed.length;
  const hasOwn = possible.some((scenario) => own.has(scenario));
  if (isWhole && !hasOwn) return reference;
  const same = hasOwn ? undefined : responseOf(possible, components);
  if (same !== undefined) return refTo('responses', same);
  const examples = possible.map((scenario) => [
    scenario,
    refTo('examples', own.has(scenario) ? `${facts.entity.name}.${scenario}` : scenario),
  ]);
  return {
    ...response,
    ...(isWhole ? {} : { description: possible.map((scenario) => summaryOf(scenario, components)).join(' ') }),
    content: {
      [MEDIA_TYPE]: {
        schema: refTo('schemas', envelopeOf(codesOf(possible), components)),
        examples: Object.fromEntries(examples),
      },
    },
  };
}

/** Returns the schema of one failed item of a batch: only the errors that can happen to an item of this entity. */
export function itemFailure(operation: OperationId, facts: EntityFacts, components: JsonObject): JsonObject {
  const failure = objectAt(components, 'schemas', 'BulkItemFailure');
  const error = objectAt(failure, 'properties', 'error');
  const { mapping } = objectAt(error, 'discriminator');
  const item = itemOperationOf(operation);
  const scenarios = item === undefined ? [] : documentedScenarios(item).filter((each) => canHappen(facts, each));
  const codes = codesOf(scenarios);
  const kept = Object.entries(Object(mapping)).filter(([code]) => codes.some((each) => each === code));
  const narrowed = {
    ...error,
    oneOf: kept.map(([, ref]) => ({ $ref: String(ref) })),
    discriminator: {
      propertyName: contract.envelope.code,
      mapping: Object.fromEntries(kept.map(([code, ref]) => [code, String(ref)])),
    },
  };
  return { ...failure, properties: { ...objectAt(failure, 'properties'), error: narrowed } };
}

/** The first sentence of a scenario's description. */
function summaryOf(scenario: ScenarioName, components: JsonObject): string {
  const { description } = objectAt(components, 'examples', scenario);
  return String(description).split('\n\n')[0]?.replaceAll('\n', ' ').trim() ?? '';
}

function codesOf(scenarios: readonly ScenarioName[]): readonly Code[] {
  return [...new Set(scenarios.map((name) => contract.scenarios[name].code))];
}

/** Finds the response of the contract that lists exactly these scenarios. */
function responseOf(scenarios: readonly ScenarioName[], components: JsonObject): string | undefined {
  return Object.keys(objectAt(components, 'responses')).find((name) => {
    const { examples } = objectAt(components, 'responses', name, 'content', MEDIA_TYPE);
    return isSame(Object.keys(Object(examples)), scenarios);
  });
}

/** Finds the schema of an envelope with exactly these codes. */
function envelopeOf(codes: readonly Code[], components: JsonObject): string {
  const schemas = objectAt(components, 'schemas');
  const found = Object.keys(schemas).find((name) => isSame(codesIn(name, components), codes));
  if (found === undefined) throw new Error(`openapi.yaml has no envelope with ${codes.join(' and ')}`);
  return found;
}

function codesIn(schema: string, components: JsonObject): readonly string[] {
  const { required, properties } = objectAt(components, 'schemas', schema);
  if (!Array.isArray(required) || required.length !== 1 || required[0] !== contract.envelope.error) return [];
  const error = Object(properties)[contract.envelope.error];
  const single = referenceOf(error);
  if (single !== undefined) {
    const { code } = objectAt(components, 'schemas', single.name, 'properties');
    return [String(Object(code).const)];
  }
  return Object.keys(objectAt(error, 'discriminator', 'mapping'));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
