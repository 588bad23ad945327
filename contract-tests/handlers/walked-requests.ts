import { contract } from '../../src/contract/index.ts';
import type { DocumentedAnswers } from '../../src/injection/index.ts';
import { answersFrom } from '../../src/injection/index.ts';
import { contractAnswers, loadOwnWorkspaces } from '../../src/mock-core/index.ts';
import { demoCases, entityTriggers } from '../../src/mock/triggers/index.ts';
import { workspaceAnswers } from '../../src/workspace-contract/index.ts';
import type { Definition } from '../../src/workspace/index.ts';
import { demoDefinition } from '../../src/workspace/index.ts';

/** A request of the walk. */
export interface WalkedRequest {
  readonly name: string;
  readonly method: string;
  /** What follows the base URL. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A base URL that no request reaches. */
const BASE = 'http://mock.example/api/v1';

/** Returns a request for every scenario, operation and variant of the demo: as it happens in real life, and by its name. */
export function demoRequests(): readonly WalkedRequest[] {
  const cases = demoCases(BASE).map(({ operationId, scenario, variant, request }) => ({
    name: `${operationId} ${scenario} ${variant}`,
    ...request,
  }));
  const { organization, workspaces } = demoDefinition;
  const byName = requestsByName(`/${organization}/${workspaces[0]?.slug}`, 'Customer', contractAnswers);
  const byCode = byName.flatMap((request) => [
    { ...request, headers: { ...request.headers, prefer: String(request.headers.prefer).replace(/, .*/, '') } },
    { ...request, headers: { ...request.headers, prefer: 'code=418, example=nothing' } },
  ]);
  return [...cases, ...byName, ...byCode];
}

/** Returns a request for every trigger and every documented response of every entity. */
export async function requestsOf(definition: Definition): Promise<readonly WalkedRequest[]> {
  const shown = await loadOwnWorkspaces(definition);
  return definition.workspaces.flatMap((workspace) => {
    const place = `/${definition.organization}/${workspace.slug}`;
    const answers = workspaceAnswers({ organization: definition.organization, workspace });
    return workspace.entities.flatMap((entity) => [
      ...entityTriggers(workspace, entity, shown.records({ workspace, entity })).map((trigger) => ({
        name: `${trigger.operationId} ${trigger.scenario} ${trigger.variant}`,
        method: contract.operations[trigger.operationId].method,
        path: place + trigger.path,
        headers: headersOf(trigger.key, trigger.headers, trigger.body !== undefined),
        ...(trigger.body === undefined ? {} : { body: JSON.stringify(trigger.body) }),
      })),
      ...requestsByName(
        place,
        entity.name,
        answersFrom((id) => answers(entity.name, id)),
      ),
    ]);
  });
}

function requestsByName(place: string, entityName: string, { examples }: DocumentedAnswers): readonly WalkedRequest[] {
  return contract.operationIds.flatMap((operationId) => {
    const { method, path } = contract.operations[operationId];
    const asked = [...examples(operationId)].flatMap(([status, names]) =>
      names.length === 0 ? [`code=${status}`] : names.map((name) => `code=${status}, example=${name}`),
    );
    return asked.map((prefer) => ({
      name: `${operationId} ${prefer}`,
      method,
      path: place + path.replace('{entityName}', entityName).replace('{id}', '1'),
      headers: headersOf(undefined, { prefer }, false),
    }));
  });
}

function headersOf(
  key = 'sk_test_read_write',
  more: Readonly<Record<string, string>> = {},
  hasBody: boolean,
): Readonly<Record<string, string>> {
  return {
    authorization: `Bearer ${key}`,
    ...(hasBody ? { 'content-type': contract.envelope.mediaType } : {}),
    ...more,
  };
}
