import { document } from '../contract/openapi/index.ts';
import type { OperationId } from '../contract/index.ts';
import { contract } from '../contract/index.ts';
import type { EntityDefinition, WorkspaceDefinition } from '../workspace/portable/index.ts';
import { entityComponents } from './entity-components.ts';
import { factsOf } from './entity-facts.ts';
import { exampleValues } from './example-records.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, objectAt } from './json.ts';
import { operationNames } from './operation-names.ts';
import { operationOf } from './operation.ts';
import { withoutUnused } from './without-unused.ts';

/** The place of a workspace: the two slugs of its URL, and what its definition says. */
export interface WorkspaceOf {
  readonly organization: string;
  readonly workspace: WorkspaceDefinition;
}

/**
 * Returns the contract of one workspace as an OpenAPI document: the paths, schemas and failures of each of its entities. Everything that
 * is not about an entity is the contract's.
 * @throws {DefinitionError} if a column needs an `example`, because no value is found that satisfies its constraints
 */
export function workspaceDocument({ organization, workspace }: WorkspaceOf): JsonObject {
  const base: JsonObject = document;
  const names = operationNames(workspace.entities);
  const components = objectAt(base, 'components');
  const parts = workspace.entities.map((entity) => {
    const facts = factsOf(workspace, entity);
    return { facts, own: entityComponents(facts, exampleValues(workspace, entity), components) };
  });
  const paths = parts.flatMap(({ facts, own }) =>
    Object.entries(objectAt(base, 'paths')).map(([path, item]): [string, JsonObject] => [
      path.replace('{entityName}', facts.entity.name),
      pathItem(item, (id, operation) => operationOf({ id, operation, facts, own, components, names })),
    ]),
  );
  const kinds = Object.entries(components).map(([kind, all]): [string, Json] => [
    kind,
    { ...Object(all), ...Object.fromEntries(parts.flatMap(({ own }) => Object.entries(own[kind] ?? {}))) },
  ]);
  const derived = withoutUnused({
    ...base,
    info: {
      ...objectAt(base, 'info'),
      title: `${contract.info.title}: ${organization}/${workspace.slug}`,
      summary: `The entities of the workspace ${workspace.slug}, and every way a request for them can fail.`,
    },
    servers: servers(base, organization, workspace.slug),
    tags: workspace.entities.map(tagOf),
    paths: Object.fromEntries(paths),
    components: Object.fromEntries(kinds),
    'x-generated': `By \`workspace-api openapi\`, from a workspace definition and version ${contract.info.version} of the contract.`,
  });
  return { ...derived, 'x-precedence': precedenceOf(derived) };
}

/** The precedence of the scenarios that can still happen. */
function precedenceOf(derived: JsonObject): Json {
  const keys = Object.keys(objectAt(derived, 'components', 'examples'));
  const happening = new Set(keys.map((key) => key.slice(key.lastIndexOf('.') + 1)));
  const rows = Array.isArray(derived['x-precedence']) ? derived['x-precedence'] : [];
  return rows.filter(({ scenario }) => happening.has(scenario));
}

type Convert = (id: OperationId, operation: JsonObject) => JsonObject;

/** Converts the operations of a path. The parameter that names the entity is gone, because the path names it. */
function pathItem(item: Json | undefined, convert: Convert): JsonObject {
  const { parameters, ...operations } = isJsonObject(item) ? item : {};
  const others = Array.isArray(parameters)
    ? parameters.filter((each) => !String(each.$ref).endsWith('/EntityName'))
    : [];
  const converted = Object.entries(operations).map(([method, operation]): [string, Json] => {
    if (!isJsonObject(operation)) return [method, operation ?? null];
    const id = contract.operationIds.find((each) => each === operation.operationId);
    if (id === undefined) throw new Error(`openapi.yaml has an operation without a known operationId at ${method}`);
    return [method, convert(id, operation)];
  });
  return { ...(others.length === 0 ? {} : { parameters: others }), ...Object.fromEntries(converted) };
}

function tagOf({ name, table, description }: EntityDefinition): JsonObject {
  return { name, description: description ?? `The records of the table \`${table}\`.` };
}

function servers(base: JsonObject, organization: string, workspace: string): Json {
  const slugs: Readonly<Record<string, string>> = { orgSlug: organization, workspaceSlug: workspace };
  const list = Array.isArray(base.servers) ? base.servers : [];
  return list.map((server) => ({
    ...server,
    variables: Object.fromEntries(
      Object.entries(objectAt(server, 'variables')).map(([name, variable]): [string, Json] => [
        name,
        { ...Object(variable), default: slugs[name] ?? null },
      ]),
    ),
  }));
}
