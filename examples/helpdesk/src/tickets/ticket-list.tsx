import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { TicketView } from '../api/queries.ts';
import { ticketsQuery } from '../api/queries.ts';
import { FailureNotice } from '../failures/failure-notice.tsx';
import { linkTo } from '../route.ts';
import { PageHeading } from './page-heading.tsx';
import { Pages } from './pages.tsx';
import { TicketControls } from './ticket-controls.tsx';

/** The tickets, five at a time. */
export function TicketList() {
  const [view, setView] = useState<TicketView>({ search: '', status: '', sort: 'priority,asc', page: 0 });
  const { data, error, isFetching, refetch } = useQuery(ticketsQuery(view));

  return (
    <>
      <PageHeading>Tickets</PageHeading>
      <TicketControls view={view} onChange={(change) => setView({ ...view, page: 0, ...change })} />
      {error !== null && <FailureNotice error={error} doing="reading" onAgain={() => void refetch()} />}
      <table aria-busy={isFetching}>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Title</th>
            <th scope="col">Status</th>
            <th scope="col">Priority</th>
            <th scope="col">Due</th>
            <th scope="col">Agent</th>
          </tr>
        </thead>
        <tbody>
          {data?.data.map((ticket) => (
            <tr key={ticket.id}>
              <th scope="row">
                <a href={linkTo({ page: 'ticket', id: ticket.id })}>{ticket.number}</a>
              </th>
              <td>{ticket.title}</td>
              <td>{ticket.status}</td>
              <td>{ticket.priority}</td>
              <td>{ticket.due ?? '–'}</td>
              <td>{ticket.agent?.name ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data?.data.length === 0 && <p>No ticket matches.</p>}
      {data !== undefined && <Pages meta={data.meta} onChange={(page) => setView({ ...view, page })} />}
    </>
  );
}
