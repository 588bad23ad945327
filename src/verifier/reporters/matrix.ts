import type { Report } from '../report/report.ts';
import type { SenderMark } from './cells.ts';
import { cellsOf, explainedMarks } from './cells.ts';
import type { MarkName } from './marks.ts';
import { marks } from './marks.ts';
import type { Paint } from './paint.ts';

/** Returns the matrix of a run, with a row per scenario and a column per operation. Each cell has one mark per sender. */
export function matrix(report: Report, paint: Paint): string {
  const { columns, rows } = cellsOf(report);
  const width = Math.max(...rows.map(({ scenario }) => scenario.length)) + 2;
  const widths = columns.map(({ title }) => title.length + 2);
  const padded = (cellMarks: readonly SenderMark[], index: number): string =>
    cellMarks.map(({ mark }) => paintedMark(mark, paint)).join('') +
    ' '.repeat((widths[index] ?? 0) - cellMarks.length);

  const header = ' '.repeat(width) + columns.map(({ title }) => `${title}  `).join('');
  const lines = rows.map(
    ({ scenario, cells }) =>
      scenario.padEnd(width) + cells.map((cell, index) => padded(cell?.marks ?? [], index)).join(''),
  );
  return [paint.bold(header.trimEnd()), ...lines.map((line) => line.trimEnd())].join('\n');
}

/** Explains the marks: the usual ones, and the rare ones that occur. */
export function legend(report: Report, paint: Paint): string {
  const explained = explainedMarks(cellsOf(report)).map((name) => `${paintedMark(name, paint)} ${marks[name].meaning}`);
  return `${explained.join('  ')}  blank: not documented; senders in each cell: ${report.senders.join(', ')}`;
}

/** Returns the sign of a mark in its colour. */
export function paintedMark(name: MarkName, paint: Paint): string {
  const paints = {
    passed: paint.good,
    failed: paint.bad,
    known: paint.warn,
    'not-provoked': paint.warn,
    'left-out': paint.dim,
  } satisfies Record<MarkName, Paint['good']>;
  return paints[name](marks[name].sign);
}
