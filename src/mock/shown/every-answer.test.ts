import { describe, expect, it } from '@jest/globals';

import { validators } from '../../contract/document/index.ts';
import type { OperationId, ScenarioName } from '../../contract/index.ts';
import { contract, readEnvelope, scenarioOf } from '../../contract/index.ts';
import { answersFrom } from '../../injection/index.ts';
import { exampleRecords, workspaceAnswers } from '../../workspace-contract/index.ts';
import type { EntityDefinition, WorkspaceDefinition } from '../../workspace/index.ts';
import { validateRecord } from '../../workspace/index.ts';
import { arbitraryDefinitions } from '../../workspace/testing/arbitrary-definition.ts';
import { answerRequest } from '../core/answer-request.ts';
import type { ShownWorkspaces } from '../core/shown-workspaces.ts';
import { openPrism } from '../prism/prism.ts';
import { takenValue } from '../triggers/taken-value.ts';
import { ownWorkspaces } from './own-workspaces.ts';

const prism = openPrism();

/** Asks the core of the mock, without HTTP, which takes most of the time of so many requests. */
async function ask(shown: ShownWorkspaces, operationId: OperationId, target: string, prefer?: string, body?: unknown) {
  const [path = '', query = ''] = target.split('?');
  const { answer } = await answerRequest(
    {
      method: contract.operations[operationId].method,
      httpVersion: '1.1',
      path: contract.servers.mock.basePath + path,
      query,
      headers: {
        host: ['mock'],
        authorization: ['Bearer sk_test_read_write'],
        'content-type': [contract.envelope.mediaType],
        ...(prefer === undefined ? {} : { prefer: [prefer] }),
      },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    },
    prism,
    shown,
    (error) => {
      throw error;
    },
  );
  const error = readEnvelope(answer.body);
  const scenario = error === undefined ? 'success' : scenarioOf(operationId, error.code, error.message);
  return { ...answer, scenario };
}

describe.each(arbitraryDefinitions(50).map((definition, index) => [index, definition] as const))(
  'random definition %d',
  (_index, definition) => {
    const [workspace] = definition.workspaces;
    if (workspace === undefined) throw new Error('a definition without a workspace');
    const place = `/${definition.organization}/${workspace.slug}`;
    const shown = ownWorkspaces(definition);

    it('answers every documented response by its name', async () => {
      const answers = workspaceAnswers({ organization: definition.organization, workspace });
      for (const { name } of workspace.entities) {
        for (const operationId of contract.operationIds) {
          const { examples, answer } = answersFrom((id) => answers(name, id));
          const target =
            place + contract.operations[operationId].path.replace('{entityName}', name).replace('{id}', '1');
          for (const [status, names] of examples(operationId)) {
            for (const example of names) {
              const prefer = `code=${status}, example=${example}`;
              const received = await ask(shown, operationId, target, prefer);
              expect({ prefer, ...received }).toMatchObject({ prefer, ...answer(operationId, status, example) });
              expect(validators[operationId][status]?.(received.body)).toBe(true);
              if (status >= 400) expect(received.scenario).toBe(example);
            }
          }
        }
      }
    });

    it('answers every trigger that the definition allows', async () => {
      const triggered = new Set<ScenarioName | 'success'>();
      for (const entity of workspace.entities) {
        for (const [operationId, scenario, path, body] of triggersOf(workspace, entity)) {
          const received = await ask(shown, operationId, place + path, undefined, body);
          expect({ operationId, path, sent: body, ...received }).toMatchObject({ path, scenario });
          triggered.add(scenario);
        }
      }
      expect([...triggered]).toEqual(expect.arrayContaining(['success', 'recordNotFound', 'validationError']));
    });

    it('has examples that satisfy every constraint and differ in unique columns', () => {
      for (const entity of workspace.entities) {
        const records = exampleRecords(workspace, entity);
        expect(records.length).toBeGreaterThan(0);
        for (const record of records) expect(validateRecord(entity, record, 'create')).toEqual([]);
        for (const { name } of entity.columns.filter(({ unique }) => unique === true)) {
          const values = records.map((record) => record[name]).filter((value) => value !== null);
          expect(new Set(values).size).toBe(values.length);
        }
      }
    });
  },
);

type Trigger = readonly [OperationId, ScenarioName | 'success', string, unknown?];

/** Returns requests for an entity, each with the scenario that it triggers. */
function triggersOf(workspace: WorkspaceDefinition, entity: EntityDefinition): readonly Trigger[] {
  const [first = {}, second] = exampleRecords(workspace, entity);
  const unique = entity.columns.filter((column) => column.unique === true);
  const references = entity.columns.filter((column) => column.references !== undefined);
  const required = entity.columns.filter(({ nullable }) => nullable === false);
  const isReferenced = workspace.entities.some(({ columns }) =>
    columns.some((each) => each.references === entity.name),
  );
  const collection = `/${entity.name}`;
  const valid = second ?? (unique.length === 0 ? first : undefined);
  return [
    ['listRecords', 'success', collection],
    ['listRecords', 'badRequest', `${collection}?page=-1`],
    ['getRecord', 'success', `${collection}/1`],
    ['getRecord', 'recordNotFound', `${collection}/404`],
    ['getRecord', 'internalError', `${collection}/500`],
    ['getRecord', 'entityNotFound', '/Nothing/1'],
    ['updateRecord', 'success', `${collection}/1`, {}],
    ['updateRecord', 'validationError', `${collection}/1`, { 'no such column': 1 }],
    ['deleteRecord', isReferenced ? 'recordReferenced' : 'success', `${collection}/409`],
    ...(valid === undefined
      ? []
      : [
          ['createRecord', 'success', collection, valid] as const,
          ['bulkCreateRecords', 'success', `${collection}/bulk`, [valid]] as const,
        ]),
    ...(required.length === 0 ? [] : [['createRecord', 'validationError', collection, {}] as const]),
    ...unique.flatMap((column): readonly Trigger[] => {
      const value = takenValue(column, first[column.name]);
      if (value === null || value === undefined) return [];
      return [['updateRecord', 'uniqueConstraintViolation', `${collection}/2`, { [column.name]: value }]];
    }),
    ...references.map(({ name }): Trigger => [
      'updateRecord',
      'foreignKeyViolation',
      `${collection}/1`,
      { [name]: 999 },
    ]),
  ];
}
