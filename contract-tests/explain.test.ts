import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { contract, documentedScenarios } from '../src/contract/index.ts';
import type { Ended } from './run-command.ts';
import { runInTurn } from './run-in-turn.ts';

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

/** Runs `workspace-api explain` in its own process, with the given standard input. */
function explainInProcess(words: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, 'explain', ...words], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

/** Runs `workspace-api explain` for each of the arguments, or for each standard input. */
const explainAll = (calls: readonly (readonly [words: readonly string[], input: string])[]) =>
  runInTurn(calls.map(([words, input]) => ({ words: ['explain', ...words], input })));

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(\w+): /gm)]
    .map(([, name = '']) => name)
    .filter((name) => Object.hasOwn(contract.scenarios, name));

const body = (code: string, message: string): string => JSON.stringify({ error: { code, message } }, null, 2);

describe('workspace-api explain', () => {
  it('explains a scenario', async () => {
    const { code, stdout } = await explainInProcess(['readOnlyKey']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `Response     ${contract.scenarios.readOnlyKey.status} ${contract.scenarios.readOnlyKey.code}\n`,
    );
    expect(stdout.replaceAll(/\n +/g, ' ')).toContain(`Message      ${contract.scenarios.readOnlyKey.template}\n`);
    expect(stdout).toContain('Returned by  every write: createRecord, updateRecord, deleteRecord, bulk');
    expect(stdout).toContain('On the mock  key sk_test_read_only (on writes); header Prefer: example=readOnlyKey\n');
    expect(stdout).not.toContain('\u001b');
  });

  it('shows how to trigger a scenario with curl and the client, and the response', async () => {
    const { stdout } = await explainInProcess(['expiredApiKey']);
    expect(stdout).toContain(`"message": "${contract.scenarios.expiredApiKey.example}"`);
    expect(stdout).toMatch(/^ {2}curl -i -X GET \\\n.*\n {4}-H 'authorization: Bearer sk_test_expired'/m);
    expect(stdout).toContain("apiKey: 'sk_test_expired'");
    expect(stdout).toContain("client.listRecords({ entityName: 'Customer' })");
    expect((await explainInProcess(['401'])).stdout).not.toContain('curl');
  });

  it('explains every scenario of a status or a code', async () => {
    const ended = await explainAll(['404', 'not_found'].map((word) => [[word], '']));
    const expected = ['entityNotFound', 'recordNotFound', 'routeNotFound'];
    expect(ended.map(({ stdout }) => namesIn(stdout))).toEqual([expected, expected]);
  });

  it('finds every scenario by its name, in any case', async () => {
    const ended = await explainAll(contract.scenarioNames.map((name) => [[name.toLowerCase()], '']));
    expect(ended.map(({ stdout }) => namesIn(stdout))).toEqual(contract.scenarioNames.map((name) => [name]));
  });

  const pasted: readonly (readonly [what: string, input: string, expected: readonly string[]])[] = [
    ['a body', body('UNAUTHORIZED', 'API key has expired'), ['expiredApiKey']],
    ['a body with a template as its message', body('NOT_FOUND', 'Record not found: {x}'), ['recordNotFound']],
    ['a body with a free message', body('BAD_REQUEST', 'whatever it says'), ['badRequest']],
    [
      'what curl -i prints',
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 409 Conflict\r\ncontent-type: application/json\r\n\r\n${body('WORKSPACE_STATUS', 'Workspace is in design mode')}`,
      ['workspaceRestricted'],
    ],
    [
      'what curl -v prints',
      `> GET / HTTP/1.1\n< HTTP/2 400 \n< x: y\n${body('FOREIGN_KEY_VIOLATION', "Referenced customer_id '9' does not exist in customers")}`,
      ['foreignKeyViolation'],
    ],
    [
      'a response after headers with braces',
      `HTTP/2 401 \r\nnel: {"report_to":"x"}\r\n\r\n${body('UNAUTHORIZED', 'Invalid API key')}`,
      ['invalidApiKey'],
    ],
    [
      'a bulk response',
      `{"succeeded":0,"failed":2,"errors":[{"index":0,"error":{"code":"NOT_FOUND","message":"Record not found: 7"}},{"index":1,"error":{"code":"INTERNAL_ERROR","message":"oh"}}]}`,
      ['recordNotFound', 'internalError'],
    ],
  ];

  it('finds the scenario in a response on standard input', async () => {
    const ended = await explainAll(pasted.map(([, input]) => [[], input]));
    const found = ended.map(({ code, stdout }, index) => [pasted[index]?.[0], code, namesIn(stdout)]);
    expect(found).toEqual(pasted.map(([what, , expected]) => [what, 0, expected]));
  });

  it('reads the standard input of its process', async () => {
    const { code, stdout } = await explainInProcess([], body('UNAUTHORIZED', 'API key has expired'));
    expect({ code, names: namesIn(stdout) }).toEqual({ code: 0, names: ['expiredApiKey'] });
    expect(await explainInProcess([], 'nothing')).toMatchObject({ code: 2, stdout: '' });
  });

  const refused: readonly (readonly [words: readonly string[], input: string, expected: string])[] = [
    [['nonsense'], '', '"nonsense" is not a scenario, code or status of the contract; the scenarios are invalidApiKey'],
    [['401', '403'], '', 'only one scenario, code or status'],
    [[], '', 'no error envelope'],
    [[], '<html>502</html>', 'no error envelope'],
    [[], body('TEAPOT', 'short'), 'no scenario of the contract has the code "TEAPOT"'],
    [[], body('UNAUTHORIZED', 'Key expired'), 'the message "Key expired"'],
    [
      [],
      `HTTP/1.1 403 Forbidden\n\n${body('UNAUTHORIZED', 'Invalid API key')}`,
      'does not pair status 403 with code "UNAUTHORIZED"',
    ],
  ];

  it('exits with 2, and says why, if it finds none', async () => {
    const ended = await explainAll(refused.map(([words, input]) => [words, input]));
    expect(ended).toEqual(
      refused.map(([, , expected]) => ({ code: 2, stdout: '', stderr: expect.stringContaining(expected) })),
    );
  });

  it('offers no Prefer header for a path that belongs to no operation', async () => {
    expect(documentedScenarios('outsideOperations')).toEqual(['routeNotFound']);
    expect((await explainInProcess(['routeNotFound'])).stdout).not.toContain('Prefer');
  });
});
