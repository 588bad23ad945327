import type { BoardCell } from '../board.ts';

/** Shows on the board whether the response of a cell was as documented, and which cell was chosen last. */
export function markCell(grid: HTMLElement, cell: BoardCell, asDocumented: boolean, chosen: boolean): void {
  const name = `${cell.place}.${cell.scenario}`;
  for (const button of grid.querySelectorAll('button')) {
    const isCell = button.dataset.choice === name;
    if (chosen && isCell) button.setAttribute('aria-current', 'true');
    if (chosen && !isCell) button.removeAttribute('aria-current');
    if (!isCell) continue;
    button.dataset.verdict = asDocumented ? 'good' : 'bad';
    const verdict = asDocumented ? 'response as documented' : 'response not as documented';
    button.setAttribute('aria-label', `${cell.place} ${cell.scenario}: ${cell.status}, ${verdict}`);
  }
}
