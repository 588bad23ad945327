/**
 * Lets the arrow keys, Home and End move through the cells of a grid and skip empty ones (ARIA Authoring Practices, grid pattern).
 * The tab key stops only at the cell that last had the focus.
 */
export function listenToArrowKeys(grid: HTMLElement): void {
  const buttons = [...grid.querySelectorAll('button')];
  buttons[0]?.setAttribute('tabindex', '0');
  grid.addEventListener('focusin', ({ target }) => {
    for (const button of buttons) button.setAttribute('tabindex', button === target ? '0' : '-1');
  });
  grid.addEventListener('keydown', (event) => {
    const from = buttons.find((button) => button === event.target);
    if (from === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = nearest(from, buttons, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
}

function nearest(from: HTMLElement, buttons: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const row = buttons.filter((button) => button.closest('tr') === from.closest('tr'));
  const column = buttons.filter((button) => overlaps(button, from));
  switch (key) {
    case 'ArrowLeft':
      return row[row.indexOf(from) - 1];
    case 'ArrowRight':
      return row[row.indexOf(from) + 1];
    case 'ArrowUp':
      return column[column.indexOf(from) - 1];
    case 'ArrowDown':
      return column[column.indexOf(from) + 1];
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    default:
      return undefined;
  }
}

/** Whether two buttons share a column. A button that spans all columns shares one with every other. */
function overlaps(one: HTMLElement, other: HTMLElement): boolean {
  const [first, second] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return first.left < second.right && second.left < first.right;
}
