import type { Report } from '../../report/report.ts';
import { cellsOf, explainedMarks } from '../cells.ts';
import type { MarkName } from '../marks.ts';
import { markOfProbe, marks } from '../marks.ts';
import { tableRow } from './markdown.ts';

/** Returns the matrix as a table, with a legend. Failures have a coloured emoji, because Markdown has no colours. */
export function summaryMatrix(report: Report): string {
  const table = cellsOf(report);
  const { columns, rows } = table;
  return [
    tableRow(['', ...columns.map(({ title }) => title)]),
    tableRow(['---', ...columns.map(() => ':-:')]),
    ...rows.map(({ scenario, cells }) =>
      tableRow([scenario, ...cells.map((cell) => (cell?.marks ?? []).map(({ mark }) => signOf(mark)).join(''))]),
    ),
    '',
    `${explainedMarks(table)
      .map((name) => `${signOf(name)} ${marks[name].meaning}`)
      .join(', ')}; senders in each cell: ${report.senders.join(', ')}`,
  ].join('\n');
}

/** Returns the probes with their signs; empty if none ran. */
export function probeLine({ probes }: Report): readonly string[] {
  if (probes.length === 0) return [];
  return [`**Probes:** ${probes.map((outcome) => `${signOf(markOfProbe(outcome))} ${outcome.probe}`).join(' · ')}`];
}

function signOf(mark: MarkName): string {
  // Escaped, because two tildes could strike out the text between them.
  return mark === 'failed' ? '❌' : mark === 'known' ? '\\~' : marks[mark].sign;
}
