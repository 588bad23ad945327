import type { Report } from '../../report/report.ts';
import { cellsOf, explainedMarks } from '../cells.ts';
import type { MarkName } from '../marks.ts';
import { markOfProbe, marks } from '../marks.ts';
import { tableRow } from './markdown.ts';

/** The matrix as a table, and what its signs mean. What failed has a sign of its own colour: Markdown has no other. */
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
      .join(', ')}; in each cell: ${report.senders.join(', ')}`,
  ].join('\n');
}

/** The probes with their signs; nothing where none ran. */
export function probeLine({ probes }: Report): readonly string[] {
  if (probes.length === 0) return [];
  return [`**Probes:** ${probes.map((outcome) => `${signOf(markOfProbe(outcome))} ${outcome.probe}`).join(' · ')}`];
}

function signOf(mark: MarkName): string {
  // A tilde can strike out what stands between two.
  return mark === 'failed' ? '❌' : mark === 'known' ? '\\~' : marks[mark].sign;
}
