import type { FilteredRow } from './filter.ts';
import { matching } from './filter.ts';

/** Filters the closed table while the reader types. `?q=` in the URL sets the initial text. */
export function addFilter(): void {
  const input = document.querySelector<HTMLInputElement>('#filter');
  const status = document.querySelector<HTMLElement>('#filtered');
  if (input === null || status === null) return;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[data-scenario]')].map(readRow);
  const filter = (): void => {
    const shown = new Set(matching(input.value, rows));
    for (const row of rows) row.element.hidden = !shown.has(row);
    for (const group of document.querySelectorAll<HTMLTableSectionElement>('.pairs tbody')) {
      group.hidden = group.querySelector('tr[data-scenario]:not([hidden])') === null;
    }
    status.textContent =
      shown.size === rows.length ? `All ${rows.length} scenarios` : `${shown.size} of ${rows.length} scenarios`;
  };
  input.form?.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('input', filter);
  input.value = new URLSearchParams(location.search).get('q') ?? input.value;
  if (input.form !== null) input.form.hidden = false;
  filter();
}

interface TableRow extends FilteredRow {
  readonly element: HTMLTableRowElement;
}

function readRow(element: HTMLTableRowElement): TableRow {
  const pair = element.parentElement?.querySelector('.pair');
  const textOf = (selector: string): string => pair?.querySelector(selector)?.textContent ?? '';
  return {
    element,
    scenario: element.dataset.scenario ?? '',
    own: `${textOf('.status')} ${textOf('code')} ${element.textContent}`.toLowerCase(),
    pair: textOf('.quiet').toLowerCase(),
  };
}
