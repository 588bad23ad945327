import type { OperationId, ScenarioName } from '../contract/index.ts';
import { contract, isScenarioName } from '../contract/index.ts';
import type { EntityComponents } from './entity-components.ts';
import type { EntityFacts } from './entity-facts.ts';
import { errorResponse } from './error-responses.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, objectAt, referenceOf, refTo } from './json.ts';
import type { OperationNames } from './operation-names.ts';
import { requestSchema, successSchema } from './record-schemas.ts';

/** An operation of the contract, and the entity to convert it for. */
export interface OperationOf {
  readonly id: OperationId;
  readonly operation: JsonObject;
  readonly facts: EntityFacts;
  readonly own: EntityComponents;
  readonly components: JsonObject;
  readonly names: OperationNames;
}

/** The example of each operation's request body, and of its success. */
const examples: Readonly<Partial<Record<OperationId, { readonly request?: string; readonly response?: string }>>> = {
  listRecords: { response: 'page' },
  createRecord: { request: 'newRecord', response: 'stored' },
  getRecord: { response: 'stored' },
  updateRecord: { request: 'changes', response: 'stored' },
  bulkCreateRecords: { request: 'newRecords' },
  bulkUpdateRecords: { request: 'listOfChanges' },
};

/** Converts an operation of the contract to the operation on one entity. */
export function operationOf({ id, operation, facts, own, components, names }: OperationOf): JsonObject {
  const { name } = facts.entity;
  const { parameters, requestBody, responses, ...rest } = operation;
  const converted = Array.isArray(parameters) ? parameters.flatMap((each) => parameterOf(each, name, own)) : [];
  return {
    ...rest,
    operationId: names(id, name),
    'x-operation': id,
    tags: [name],
    summary: String(operation.summary)
      .replace(/ of an entity$/, '')
      .replace(/\brecords?\b/, (word) => `${word} of ${name}`),
    ...(converted.length === 0 ? {} : { parameters: converted }),
    ...(isJsonObject(requestBody) ? { requestBody: bodyOf(id, requestBody, name, components) } : {}),
    responses: responsesOf(id, isJsonObject(responses) ? responses : {}, facts, own, components),
  };
}

/** A parameter that names columns is the entity's own. One that names relations is left out if the entity has none. */
function parameterOf(parameter: JsonObject, entity: string, own: EntityComponents): readonly JsonObject[] {
  const kind = referenceOf(parameter)?.name ?? '';
  if (Object.hasOwn(own.parameters, `${entity}.${kind}`)) return [refTo('parameters', `${entity}.${kind}`)];
  return kind === 'Expand' ? [] : [parameter];
}

function bodyOf(id: OperationId, body: JsonObject, entity: string, components: JsonObject): JsonObject {
  const content = objectAt(body, 'content', contract.envelope.mediaType);
  return {
    ...body,
    content: {
      [contract.envelope.mediaType]: {
        ...content,
        schema: requestSchema(id, entity, objectAt(components, 'schemas')),
        ...examplesOf(entity, examples[id]?.request),
      },
    },
  };
}

function responsesOf(
  id: OperationId,
  responses: JsonObject,
  facts: EntityFacts,
  own: EntityComponents,
  components: JsonObject,
): JsonObject {
  const { name } = facts.entity;
  const prefix = `${name}.`;
  const scenarios = new Set<ScenarioName>(
    Object.keys(own.examples).flatMap((each) => [each.slice(prefix.length)].filter(isScenarioName)),
  );
  const converted = Object.entries(responses).map(([status, response]): [string, Json | undefined] => {
    if (!isJsonObject(response)) return [status, response];
    if (!status.startsWith('2')) return [status, errorResponse(response, facts, scenarios, components)];
    return [status, successOf(id, response, name, components)];
  });
  return Object.fromEntries(converted.filter(([, response]) => response !== undefined));
}

function successOf(id: OperationId, response: JsonObject, entity: string, components: JsonObject): JsonObject {
  const reference = referenceOf(response);
  const whole = reference === undefined ? response : objectAt(components, 'responses', reference.name);
  const { content } = whole;
  if (!isJsonObject(content)) return response;
  return {
    ...whole,
    content: {
      [contract.envelope.mediaType]: {
        ...objectAt(content, contract.envelope.mediaType),
        schema: successSchema(id, entity, objectAt(components, 'schemas')),
        ...examplesOf(entity, examples[id]?.response),
        ...(id === 'bulkCreateRecords' ? withoutFailedItems(whole) : {}),
      },
    },
  };
}

/** Removes the example with a failed item: its record is not found, which cannot happen to a new one. */
function withoutFailedItems(response: JsonObject): JsonObject {
  const { someItems, ...others } = objectAt(response, 'content', contract.envelope.mediaType, 'examples');
  return { examples: others };
}

function examplesOf(entity: string, name: string | undefined): JsonObject {
  return name === undefined ? {} : { examples: { [name]: refTo('examples', `${entity}.${name}`) } };
}
