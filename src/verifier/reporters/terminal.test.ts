import { describe, expect, it } from '@jest/globals';

import type { Report } from '../report/report.ts';
import { terminalReport } from './terminal.ts';
import { findingWith, outcomeWith, reportWith } from './testing/report.ts';

const shown = (parts: Partial<Report>): string => terminalReport(reportWith(parts), { colour: false });

describe('the terminal report', () => {
  it('begins with the target and the settings that repeat the run', () => {
    const selection = { only: ['getRecord'], skip: ['leak', 'head'] };
    expect(shown({ level: 'hostile', seed: 42, selection, senders: ['http', 'dredd'] })).toMatch(
      new RegExp(
        [
          '^Workspace API error contract, verified against http://127.0.0.1:4000/api/v1/acme-corp/sales',
          'level: hostile; senders: http, dredd; seed: 42 \\(repeat with --seed 42\\); ' +
            'left out by --only/--skip: everything except getRecord, leak, head\n',
        ].join('\n'),
      ),
    );
  });

  it('omits the seed and the selection of a run without them', () => {
    expect(shown({})).toMatch(/\nlevel: strict; senders: http\n/);
  });

  it('ends with the verdict and the counts', () => {
    const report = { outcomes: [outcomeWith()], findings: [findingWith(), findingWith({ variant: 'zero' })] };
    expect(shown(report)).toMatch(
      /\n\n0 of 71 failures judged\nPASSED {2}1 case passed, 0 failed, 0 not provoked, 2 findings of 1 kind, 0 notes, in 1.2 s\n$/,
    );
  });

  it.each([
    [{ outcome: 'failed' }, [true, true], '2 failed (all known)'],
    [{ outcome: 'failed' }, [true, undefined], '2 failed (1 known)'],
    [{ outcome: 'failed' }, [undefined], '1 failed,'],
    [{ outcome: 'not-provoked', reason: 'no key' }, [true], '1 not provoked (all known)'],
  ] as const)('counts the known among the cases that %j: %j', (parts, known, counts) => {
    const outcomes = known.map((each) => outcomeWith({ ...parts, ...(each === undefined ? {} : { known: each }) }));
    expect(shown({ outcomes })).toContain(counts);
  });

  it('shows each probe with its mark', () => {
    const probes: Report['probes'] = [
      { probe: 'no-trace', outcome: 'failed', reason: 'a trace' },
      { probe: 'precedence', outcome: 'failed', reason: 'a known failure', known: true },
      { probe: 'head', outcome: 'not-provoked', reason: 'no record', declared: true },
      { probe: 'steadiness', outcome: 'passed' },
    ];
    const text = shown({ probes });
    expect(text).toContain('\nProbes  ✗ no-trace  ~ precedence  – head  ✓ steadiness\n');
    expect(text).toContain('Not provoked (allowed)\n  no record: probe head');
    expect(text).toContain('1 of 4 probes passed');
  });

  it('breaks a long line of probes between two probes', () => {
    const probes = Array.from({ length: 20 }, () => ({ probe: 'strangers-alike', outcome: 'passed' }) as const);
    const lines = shown({ probes })
      .split('\n')
      .filter((line) => line.includes('strangers-alike'));
    expect(lines).toHaveLength(5);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.join('').match(/✓ strangers-alike/g)).toHaveLength(20);
  });

  it('shows findings with the same message once, and names the others', () => {
    const findings = [findingWith(), findingWith({ operationId: 'deleteRecord' }), findingWith({ check: 'status' })];
    const text = shown({ findings });
    expect(text.match(/^Finding \d+ /gm)).toEqual(['Finding 1 ', 'Finding 2 ']);
    expect(text).toContain('  also      deleteRecord\n');
  });

  it('names the request and the variant of each note, and where else it occurs', () => {
    const note = findingWith({ basis: 'ours', check: 'request-id', message: 'no request id' });
    const text = shown({ notes: [note, { ...note, operationId: 'deleteRecord', variant: 'zero' }] });
    expect(text).toContain(
      [
        '  request-id: no request id',
        '    getRecord recordNotFound (unknownId): GET /acme-corp/sales/Customer/42',
        '    also: deleteRecord (zero)\n',
      ].join('\n'),
    );
  });

  it.each([
    [['"keys.expired"'], 'Add what is missing to a target file'],
    [[], 'Nothing is missing from the target file. Fix what each reason describes'],
  ])('advises to fill in the target file only if it lacks something: %j', (missing, advice) => {
    const outcomes = [outcomeWith({ outcome: 'not-provoked', reason: 'creating a record returned 500' })];
    const text = shown({ outcomes, missing });
    expect(text).toContain(`\n  ${advice}`);
    expect(text.match(/target file/g)).toHaveLength(missing.length + 1);
  });

  it('lists known findings, stale known findings, and cases that were not sent', () => {
    const text = shown({
      outcomes: [outcomeWith({ outcome: 'failed', reason: 'dredd did not send it' })],
      known: [{ ...findingWith(), variant: 'zero', reason: 'ticket 12' }],
      stale: [{ fingerprint: 'leak:getRecord.internalError.fault', message: 'a stack', reason: 'ticket 7' }],
    });
    expect(text).toContain(
      'Known findings, which do not fail the run\n  message at getRecord recordNotFound (zero): ticket 12\n',
    );
    expect(text).toContain('remove them from the list\n  leak:getRecord.internalError.fault "a stack": ticket 7\n');
    expect(text).toContain('to judge\n  dredd did not send it: recordNotFound (unknownId) on getRecord\n');
  });

  it('never lets a response move the cursor or start a line', () => {
    const response = { status: 404, headers: { 'content-type': 'a/b\u001b[2J' }, body: 'x\n::error::y\u001b]0;z' };
    const text = shown({ findings: [findingWith({ response, message: 'a\n::warning::b', variant: 'c\n::d' })] });
    expect(text).toContain('404 a/b\\u001b[2J x\\n::error::y\\u001b]0;z');
    expect(text).not.toMatch(/^::|\u001b/m);
  });
});
