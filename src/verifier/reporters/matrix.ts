import { documentedScenarios, places, scenarioNames } from '../../contract/index.ts';
import type { Place } from '../../contract/index.ts';
import type { CellScenario } from '../../plan/index.ts';
import { isContent } from '../outcomes.ts';
import type { CaseOutcome, Report } from '../report.ts';
import type { SenderName } from '../senders/sender.ts';
import type { Paint } from './paint.ts';

/** The matrix of a run, operations by scenarios; each cell has one mark for each sender. */
export function matrix({ outcomes, senders }: Report, paint: Paint): string {
  const rows: readonly CellScenario[] = ['success', ...scenarioNames];
  const width = Math.max(...rows.map((row) => row.length)) + 2;
  const columns = places.map((place) => ({ place, title: titleOf(place) }));
  const cellsOf = Map.groupBy(outcomes, ({ operationId, scenario, sender }) => [operationId, scenario, sender].join());

  const markOf = (place: Place, row: CellScenario, sender: SenderName): string =>
    paintedMark(cellsOf.get([place, row, sender].join()) ?? [], paint);
  const cellOf = (place: Place, row: CellScenario, room: number): string => {
    if (!isDocumented(place, row)) return ' '.repeat(room);
    return senders.map((sender) => markOf(place, row, sender)).join('') + ' '.repeat(room - senders.length);
  };

  const header = ' '.repeat(width) + columns.map(({ title }) => `${title}  `).join('');
  const lines = rows.map(
    (row) => row.padEnd(width) + columns.map(({ place, title }) => cellOf(place, row, title.length + 2)).join(''),
  );
  return [paint.bold(header.trimEnd()), ...lines.map((line) => line.trimEnd())].join('\n');
}

/** What the marks mean. */
export function legend({ senders }: Report, paint: Paint): string {
  const marks = `${paint.good('✓')} passed  ${paint.bad('✗')} failed  ${paint.warn('–')} not provoked  blank: not documented`;
  return `${marks}; in each cell: ${senders.join(', ')}`;
}

function isDocumented(place: Place, row: CellScenario): boolean {
  return row === 'success' ? place !== 'outsideOperations' : documentedScenarios(place).includes(row);
}

/** A cell passed if every variant did; one that was not provoked and had to be leaves it open. */
function paintedMark(variants: readonly CaseOutcome[], paint: Paint): string {
  if (variants.some(({ outcome }) => outcome === 'failed')) return paint.bad('✗');
  const provoked = variants.filter(({ outcome }) => outcome === 'passed');
  return provoked.length > 0 && variants.every(isContent) ? paint.good('✓') : paint.warn('–');
}

function titleOf(place: Place): string {
  return place === 'outsideOperations' ? 'outside' : place.replace(/Records?$/, '');
}
