import { describe, expect, it } from '@jest/globals';

import type { CaseOutcome } from '../report/report.ts';
import { cellsOf, explainedMarks } from './cells.ts';
import { outcomeWith } from './testing/report.ts';

function marksOfGetRecord(outcomes: readonly CaseOutcome[]) {
  const { rows } = cellsOf({ outcomes, senders: ['http'] });
  const cell = rows
    .find(({ scenario }) => scenario === 'recordNotFound')
    ?.cells.find((each) => each?.place === 'getRecord');
  return cell?.marks.map(({ mark }) => mark);
}

const passed = outcomeWith();
const failed = outcomeWith({ outcome: 'failed' });
const known = outcomeWith({ outcome: 'failed', known: true });
const missing = outcomeWith({ outcome: 'not-provoked' });
const declared = outcomeWith({ outcome: 'not-provoked', declared: true });

describe('a cell', () => {
  it.each([
    ['passed', [passed, passed]],
    ['passed', [passed, declared]],
    ['failed', [passed, failed]],
    ['failed', [known, failed]],
    ['known', [passed, known]],
    ['not-provoked', [passed, missing]],
    ['not-provoked', [declared]],
    ['left-out', []],
  ])('gets the mark %s from its variants', (mark, outcomes) => {
    expect(marksOfGetRecord(outcomes)).toEqual([mark]);
  });

  it('has a mark for each sender', () => {
    const outcomes = [passed, outcomeWith({ outcome: 'failed', sender: 'dredd' })];
    const { rows } = cellsOf({ outcomes, senders: ['http', 'dredd'] });
    const marks = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.marks ?? []));
    expect(marks.filter(({ variants }) => variants.length > 0).map(({ sender, mark }) => `${sender} ${mark}`)).toEqual([
      'http passed',
      'dredd failed',
    ]);
  });

  it('exists only for a documented scenario', () => {
    const { columns, rows } = cellsOf({ outcomes: [], senders: ['http'] });
    const outside = columns.findIndex(({ place }) => place === 'outsideOperations');
    expect(rows.filter(({ cells }) => cells[outside] !== undefined).map(({ scenario }) => scenario)).toEqual([
      'routeNotFound',
    ]);
  });
});

describe('explainedMarks', () => {
  it('includes the rare marks only if they occur', () => {
    const table = (outcomes: readonly CaseOutcome[]) => {
      const { columns, rows } = cellsOf({ outcomes, senders: ['http'] });
      const touched = rows.map(({ scenario, cells }) => ({
        scenario,
        cells: cells.filter((cell) => cell?.place === 'getRecord' && scenario === 'recordNotFound'),
      }));
      return { columns, rows: touched };
    };
    expect(explainedMarks(table([passed]))).toEqual(['passed', 'failed', 'not-provoked']);
    expect(explainedMarks(table([known]))).toEqual(['passed', 'failed', 'known', 'not-provoked']);
    expect(explainedMarks(table([]))).toEqual(['passed', 'failed', 'not-provoked', 'left-out']);
  });
});
