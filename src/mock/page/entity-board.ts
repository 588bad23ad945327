import { contract, readEnvelope } from '../../contract/index.ts';
import type { OperationId } from '../../contract/index.ts';
import { documentedScenario } from '../../explanation/index.ts';
import type { CellScenario, Expectation, PlannedRequest } from '../../plan/index.ts';
import type { EntityOfWorkspace, ShownWorkspaces } from '../../mock-core/index.ts';
import { contractAnswers } from '../../mock-core/index.ts';
import type { EntityTrigger } from '../triggers/entity-triggers.ts';
import { entityTriggers } from '../triggers/entity-triggers.ts';
import type { Board, BoardCell, BoardRow, BoardWay } from './board.ts';
import { boardOperation } from './make-board.ts';
import { documented } from './make-cell.ts';
import { baseUrl, makeWay } from './make-way.ts';

/** Creates the board of one entity: its triggers, and every response that is documented for it. */
export function entityBoard(shown: ShownWorkspaces, place: EntityOfWorkspace): Board {
  const triggers = entityTriggers(place.workspace, place.entity, shown.records(place));
  const byStatus = contract.scenarioNames.toSorted(
    (one, other) => contract.scenarios[one].status - contract.scenarios[other].status,
  );
  const rows = (['success', ...byStatus] as const).map((scenario) => entityRow(scenario, shown, place, triggers));
  return {
    baseUrl,
    operations: contract.operationIds.map(boardOperation),
    rows: rows.filter(({ cells }) => cells.length > 0),
  };
}

function entityRow(
  scenario: CellScenario,
  shown: ShownWorkspaces,
  place: EntityOfWorkspace,
  triggers: readonly EntityTrigger[],
): BoardRow {
  const own = triggers.filter((each) => each.scenario === scenario);
  const cells = contract.operationIds.flatMap((operationId): readonly BoardCell[] => {
    const byTrigger = own.filter((each) => each.operationId === operationId).map((each) => wayOf(shown, place, each));
    const byName = waysByName(operationId, scenario, shown, place, triggers);
    const ways = [...byTrigger, ...byName];
    const prefer = byName[0]?.request.headers.prefer;
    if (ways.length === 0) return [];
    return [{ place: operationId, scenario, ...documented(operationId, scenario), ...(prefer && { prefer }), ways }];
  });
  const inRealLife = [...new Set(own.map(inWords))];
  if (scenario === 'success') return { scenario, inRealLife, cells, summary: 'Success' };
  const { code } = contract.scenarios[scenario];
  return { scenario, inRealLife, cells, code, summary: documentedScenario(scenario).summary };
}

function wayOf(shown: ShownWorkspaces, place: EntityOfWorkspace, trigger: EntityTrigger): BoardWay {
  return makeWay(trigger.variant, requestOf(shown, place, trigger), expectedOf(trigger.operationId, trigger.scenario));
}

/** Returns the successful request, with the Prefer header that requests another response. */
function waysByName(
  operationId: OperationId,
  scenario: CellScenario,
  shown: ShownWorkspaces,
  place: EntityOfWorkspace,
  triggers: readonly EntityTrigger[],
): readonly BoardWay[] {
  const { examples, answer } = shown.answers(place) ?? contractAnswers;
  const { success } = contract.operations[operationId];
  const status = scenario === 'success' ? success : contract.scenarios[scenario].status;
  const names = examples(operationId).get(status);
  const [any] = triggers.filter((each) => each.operationId === operationId);
  if (names === undefined || any === undefined) return [];
  const { key: _key, headers: _headers, ...valid } = any;
  const wanted = scenario === 'success' ? names : names.filter((name) => name === scenario);
  const preferences =
    names.length === 0 && scenario === 'success'
      ? [`code=${status}`]
      : wanted.map((name) => `code=${status}, example=${name}`);
  return preferences.map((prefer, index) => {
    const message = readEnvelope(answer(operationId, status, wanted[index]).body)?.message;
    const expected = expectedOf(operationId, scenario, typeof message === 'string' ? message : undefined);
    const name = wanted.length > 1 ? `prefer-${wanted[index]}` : 'prefer';
    return makeWay(name, requestOf(shown, place, { ...valid, headers: { prefer } }), expected);
  });
}

function expectedOf(operationId: OperationId, scenario: CellScenario, message?: string): Expectation {
  if (scenario === 'success') return { status: contract.operations[operationId].success };
  const { status, code, basis } = contract.scenarios[scenario];
  return { status, error: { code, messageBasis: basis, ...(message === undefined ? {} : { message }) } };
}

function requestOf(
  { definition }: ShownWorkspaces,
  { workspace }: EntityOfWorkspace,
  { operationId, path, key = 'sk_test_read_write', headers, body }: EntityTrigger,
): PlannedRequest {
  const { mediaType } = contract.envelope;
  return {
    method: contract.operations[operationId].method,
    path: `/${definition.organization}/${workspace.slug}${path}`,
    headers: {
      accept: mediaType,
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': mediaType }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

function inWords({ scenario, variant, key, headers, path, body }: EntityTrigger): string {
  if (key !== undefined) return `the key \`${key}\``;
  if (headers !== undefined)
    return Object.entries(headers).map(([name, value]) => `the header \`${name}: ${value}\``)[0] ?? '';
  if (scenario === 'success') return 'any other request';
  const sent = typeof body === 'object' && body !== null ? new Map(Object.entries(body)).get(variant) : undefined;
  if (sent !== undefined) return `the value \`${JSON.stringify(sent)}\` in \`${variant}\``;
  return variant === 'requiredMissing' || variant === 'unknownColumn'
    ? 'an invalid value in any column'
    : `the path \`${path}\``;
}
