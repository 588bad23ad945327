import type { OperationId } from '../contract/index.ts';
import { contract, fail, toEnvelope } from '../contract/index.ts';
import type { Definition } from '../workspace/portable/index.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, objectAt, referenceOf } from './json.ts';
import type { WorkspaceOf } from './workspace-document.ts';
import { workspaceDocument } from './workspace-document.ts';

/** A response that an operation documents. */
export interface WorkspaceAnswer {
  readonly status: number;
  /** The name of the example; `undefined` if the status has no body. */
  readonly example?: string;
  readonly body?: unknown;
}

/**
 * Returns what the contract of a workspace documents: for an entity and an operation, each response, and that the entity is not found,
 * because a server whose definition is older can say so.
 * @throws {DefinitionError} if a column needs an `example`, because no value is found that satisfies its constraints
 */
export function workspaceAnswers(
  place: WorkspaceOf,
): (entityName: string, operationId: OperationId) => readonly WorkspaceAnswer[] {
  const document = workspaceDocument(place);
  return (entityName, operationId) => {
    const { path, method } = contract.operations[operationId];
    const item = objectAt(document, 'paths', path.replace('{entityName}', entityName));
    const responses = Object.entries(objectAt(item, method.toLowerCase(), 'responses'));
    return [...responses.flatMap(([status, response]) => answersIn(document, status, response)), notFound(entityName)];
  };
}

function answersIn(document: JsonObject, status: string, response: Json | undefined): readonly WorkspaceAnswer[] {
  const { content } = resolved(document, response);
  if (!isJsonObject(content)) return [{ status: Number(status) }];
  const { examples } = objectAt(content, contract.envelope.mediaType);
  return Object.entries(resolved(document, examples)).map(([example, value]) => ({
    status: Number(status),
    example,
    body: resolved(document, value).value,
  }));
}

function resolved(document: JsonObject, value: Json | undefined): JsonObject {
  const reference = referenceOf(value);
  if (reference !== undefined) return objectAt(document, 'components', reference.kind, reference.name);
  return isJsonObject(value) ? value : {};
}

function notFound(entityName: string): WorkspaceAnswer {
  const failure = fail('entityNotFound', { entityName });
  return { status: failure.status, example: failure.scenario, body: toEnvelope(failure) };
}

/** Returns the documented responses of an operation. */
export type ListedAnswers = (operationId: OperationId) => readonly WorkspaceAnswer[];

/**
 * Returns what the contracts of the workspaces of a definition document, by the slug of a workspace and the name of an entity; `undefined` if
 * there is no such entity. A contract is derived when it is first asked for, because that takes a while for a large workspace.
 * @throws {DefinitionError} if a column needs an `example`, because no value is found that satisfies its constraints
 */
export function definitionAnswers({
  organization,
  workspaces,
}: Definition): (slug: string, entityName: string) => ListedAnswers | undefined {
  const derived = new Map<string, ReturnType<typeof workspaceAnswers>>();
  return (slug, entityName) => {
    const workspace = workspaces.find((each) => each.slug === slug);
    if (workspace?.entities.some(({ name }) => name === entityName) !== true) return undefined;
    const answers = derived.get(slug) ?? workspaceAnswers({ organization, workspace });
    derived.set(slug, answers);
    return (operationId) => answers(entityName, operationId);
  };
}
