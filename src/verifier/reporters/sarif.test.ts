import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { contract, documentedScenarios } from '../../contract/index.ts';
import { sarifErrors } from '../../sarif/testing/sarif-errors.ts';
import type { Report } from '../report/report.ts';
import { sarifReport } from './sarif.ts';
import { findingWith, outcomeWith, reportWith } from './testing/report.ts';

const LINES = readFileSync(new URL('../../../openapi.yaml', import.meta.url), 'utf8').split('\n');

const everything = reportWith({
  findings: [
    findingWith(),
    findingWith({ operationId: 'deleteRecord', fingerprint: 'message:deleteRecord.recordNotFound.unknownId' }),
    findingWith({ check: 'record', scenario: 'success', fingerprint: 'record:getRecord.success.seeded' }),
  ],
  notes: [findingWith({ basis: 'ours', check: 'request-id', message: 'there is no request id' })],
  known: [{ ...findingWith({ operationId: 'updateRecord' }), reason: 'ticket 12' }],
  stale: [{ fingerprint: 'leak:getRecord.internalError.fault', message: 'a stack', reason: 'ticket 7' }],
  outcomes: [outcomeWith({ outcome: 'not-provoked', reason: 'no key' })],
});

function logOf(report: Report) {
  const text = sarifReport(report);
  expect(sarifErrors(text)).toEqual([]);
  return JSON.parse(text).runs[0];
}

describe('the SARIF report', () => {
  it('has a result for each finding, note and known finding, each with its level and its rule', () => {
    const { results, tool } = logOf(everything);
    const rules = tool.driver.rules;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual([
      'message/recordNotFound',
      'record/success',
      'request-id/recordNotFound',
    ]);
    const shown = results.map((each: (typeof results)[number]) => [
      rules[each.ruleIndex].id === each.ruleId && each.ruleId,
      each.level,
      each.suppressions?.[0].justification,
    ]);
    expect(shown).toEqual([
      ['message/recordNotFound', 'error', undefined],
      ['message/recordNotFound', 'error', undefined],
      ['record/success', 'error', undefined],
      ['request-id/recordNotFound', 'note', undefined],
      ['message/recordNotFound', 'error', 'ticket 12'],
    ]);
    expect(rules[0].help.text).toContain('record');
  });

  it('names the tool, its version, and where to read about it', () => {
    expect(logOf(everything).tool.driver).toMatchObject({
      name: 'workspace-api-contract',
      version: '(repository)',
      informationUri: expect.stringMatching(/^https:\/\/github\.com\/[\w-]+\/workspace-api-contract#readme$/),
    });
  });

  it('points to the response of the operation in openapi.yaml', () => {
    const findings = contract.operationKeys.flatMap((operationId) =>
      documentedScenarios(operationId).map((scenario) => findingWith({ operationId, scenario })),
    );
    const { results } = logOf(reportWith({ findings }));
    expect(results).toHaveLength(71);
    for (const [index, { operationId, scenario }] of findings.entries()) {
      const line = results[index].locations[0].physicalLocation.region.startLine;
      const before = LINES.slice(0, line - 1);
      const heading = operationId === 'outsideOperations' ? 'x-outside-operations:' : `operationId: ${operationId}`;
      const at = before.findLastIndex((text) => /^ *operationId: |^x-outside-operations:/.test(text));
      expect([LINES[line - 1]?.trim().slice(1, 4), before[at]?.trim()]).toEqual([
        String(scenario === 'success' ? '' : contract.scenarios[scenario].status),
        heading,
      ]);
    }
  });

  it('identifies a finding by its fingerprint, whatever the port and the time are', () => {
    const prints = (port: number, durationMs: number) => {
      const curl = `curl http://127.0.0.1:${port}/api/v1/acme-corp/sales/Customer/42`;
      const { target, summary } = everything;
      const text = sarifReport({
        ...everything,
        target: { ...target, baseUrl: `http://127.0.0.1:${port}/api/v1` },
        summary: { ...summary, durationMs },
        findings: everything.findings.map((each) => ({ ...each, curl })),
      });
      expect(text).not.toContain(String(port));
      return text;
    };
    expect(prints(45_671, 10)).toBe(prints(38_912, 20));
    const { results } = logOf(everything);
    const { partialFingerprints } = results[0];
    expect(partialFingerprints).toEqual({
      'workspaceApiFinding/v1': 'message:getRecord.recordNotFound.unknownId',
      primaryLocationLineHash: expect.stringMatching(/^[\da-f]{16}:1$/),
    });
    expect(results[1].partialFingerprints).not.toEqual(partialFingerprints);
  });

  it('has the request and the response, or says that there was none', () => {
    const { response: _response, ...silent } = findingWith({
      request: { method: 'POST', path: '/x', headers: {}, body: 'y' },
    });
    const { results } = logOf(reportWith({ findings: [findingWith(), silent] }));
    expect(results[0].webRequest).toMatchObject({ method: 'GET', target: '/acme-corp/sales/Customer/42' });
    expect(results[0].webResponse).toMatchObject({
      statusCode: 404,
      body: { text: expect.stringContaining('NOT_FOUND') },
    });
    expect(results[1]).toMatchObject({
      webRequest: { body: { text: 'y' } },
      webResponse: { noResponseReceived: true },
    });
  });

  it('says what else fails the run', () => {
    const texts = (report: Report): unknown => {
      const [invocation] = logOf(report).invocations;
      return [
        invocation.executionSuccessful,
        ...invocation.toolExecutionNotifications.map(({ message }: { message: { text: string } }) => message.text),
      ];
    };
    expect(texts(everything)).toEqual([
      true,
      expect.stringMatching(/^Not provoked: recordNotFound \(unknownId\) on getRecord \(no key\)\. /),
      expect.stringMatching(/^Known finding no longer occurs: leak:getRecord/),
    ]);
    expect(texts({ ...everything, stopped: { by: 'unavailable', reason: 'no route' } })).toContain(
      'The run was stopped before it was complete: no route',
    );
  });

  it('escapes what a CI server would obey, and cuts long bodies', () => {
    const text = sarifReport(
      reportWith({
        findings: [
          findingWith({
            message: '\n::error::x\u001b[31m',
            response: { status: 200, headers: {}, body: 'y'.repeat(1e6) },
          }),
        ],
      }),
    );
    expect(sarifErrors(text)).toEqual([]);
    expect(text).not.toMatch(/^::|\u001b/m);
    expect(text.length).toBeLessThan(10_000);
  });
});
