import type { TicketView } from '../api/queries.ts';
import { linkTo } from '../route.ts';
import { statuses } from './statuses.ts';

/** The compiler checks that these columns exist. */
const SORTS: readonly { readonly value: TicketView['sort']; readonly label: string }[] = [
  { value: 'priority,asc', label: 'Most urgent first' },
  { value: 'due,asc', label: 'Due first' },
  { value: 'number,desc', label: 'Newest first' },
];

interface Properties {
  readonly view: TicketView;
  readonly onChange: (change: Partial<TicketView>) => void;
}

/** Filters and sorts the list. */
export function TicketControls({ view, onChange }: Properties) {
  return (
    <div className="controls">
      <label>
        Search
        <input type="search" value={view.search} onChange={({ target }) => onChange({ search: target.value })} />
      </label>
      <label>
        Status
        <select value={view.status} onChange={({ target }) => onChange({ status: target.value })}>
          <option value="">all</option>
          {statuses.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </select>
      </label>
      <label>
        Order
        <select
          value={view.sort}
          onChange={({ target }) => {
            const chosen = SORTS.find(({ value }) => value === target.value);
            if (chosen) onChange({ sort: chosen.value });
          }}
        >
          {SORTS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <a className="button" href={linkTo({ page: 'new' })}>
        New ticket
      </a>
    </div>
  );
}
