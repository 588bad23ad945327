import { beforeAll, describe, expect, it } from '@jest/globals';

import { validators } from '../../contract/document/index.ts';
import type { OperationId } from '../../contract/index.ts';
import { contract, readEnvelope, scenarioOf } from '../../contract/index.ts';
import { answersFrom } from '../../injection/index.ts';
import { exampleRecords, workspaceAnswers } from '../../workspace-contract/index.ts';
import { validateRecord } from '../../workspace/index.ts';
import { arbitraryDefinitions } from '../../workspace/testing/arbitrary-definition.ts';
import type { ShownWorkspaces } from '../../mock-core/index.ts';
import { answerRequest, loadOwnWorkspaces } from '../../mock-core/index.ts';
import { openPrism } from '../prism/prism.ts';
import type { CellScenario } from '../../plan/index.ts';
import type { EntityTrigger } from '../triggers/entity-triggers.ts';
import { entityTriggers } from '../triggers/entity-triggers.ts';

const prism = openPrism();

/** What a definition, the access modes or the path decide, and not every entity. */
const MAY_BE_IMPOSSIBLE: readonly string[] = [
  'workspaceRestricted',
  'uniqueConstraintViolation',
  'foreignKeyViolation',
  'recordReferenced',
  'routeNotFound',
];

/** Asks the core of the mock, without HTTP, which takes most of the time of so many requests. */
async function ask(
  shown: ShownWorkspaces,
  operationId: OperationId,
  target: string,
  { key = 'sk_test_read_write', headers = {}, body }: Pick<EntityTrigger, 'key' | 'headers' | 'body'>,
) {
  const [path = '', query = ''] = target.split('?');
  const { answer } = await answerRequest(
    {
      method: contract.operations[operationId].method,
      httpVersion: '1.1',
      path: contract.servers.mock.basePath + path,
      query,
      headers: {
        host: ['mock'],
        authorization: [`Bearer ${key}`],
        'content-type': [contract.envelope.mediaType],
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
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
    let shown: ShownWorkspaces;
    beforeAll(async () => {
      shown = await loadOwnWorkspaces(definition);
    });

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
              const received = await ask(shown, operationId, target, { headers: { prefer } });
              expect({ prefer, ...received }).toMatchObject({ prefer, ...answer(operationId, status, example) });
              expect(validators[operationId][status]?.(received.body)).toBe(true);
              if (status >= 400) expect(received.scenario).toBe(example);
            }
          }
        }
      }
    });

    it('answers every trigger that the definition allows', async () => {
      const triggered = new Set<CellScenario>();
      for (const entity of workspace.entities) {
        for (const trigger of entityTriggers(workspace, entity, shown.records({ workspace, entity }))) {
          const received = await ask(shown, trigger.operationId, place + trigger.path, trigger);
          expect({ trigger, ...received }).toMatchObject({ trigger, scenario: trigger.scenario });
          triggered.add(trigger.scenario);
        }
      }
      const expected = contract.scenarioNames.filter((name) => !MAY_BE_IMPOSSIBLE.includes(name));
      expect([...triggered]).toEqual(expect.arrayContaining(['success', ...expected]));
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
