import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Sort } from 'workspace-api-client';
import { unwrap } from 'workspace-api-client';

import type { Workspace } from '../workspace.ts';
import { agents, tickets } from './client.ts';

/** Which tickets the list shows. */
export interface TicketView {
  readonly search: string;
  /** Every status if empty. */
  readonly status: string;
  readonly sort: Sort<Workspace, 'Ticket'>;
  /** Starts at 0. */
  readonly page: number;
}

/** One page of tickets, with the agent of each. */
export function ticketsQuery(view: TicketView) {
  return queryOptions({
    queryKey: ['Ticket', 'list', view],
    queryFn: ({ signal }) =>
      unwrap(
        tickets.listRecords(
          {
            filter: { 'title.like': view.search || undefined, status: view.status || undefined },
            sort: view.sort,
            page: view.page,
            size: 5,
            expand: ['agent'],
          },
          { signal },
        ),
      ),
    placeholderData: keepPreviousData,
  });
}

/** One ticket, with its comments. */
export function ticketQuery(id: number) {
  return queryOptions({
    queryKey: ['Ticket', 'one', id],
    queryFn: ({ signal }) => unwrap(tickets.getRecord({ id, expand: ['comments'] }, { signal })),
  });
}

/** The names of the agents. */
export const agentsQuery = queryOptions({
  queryKey: ['Agent', 'list'],
  queryFn: ({ signal }) => unwrap(agents.listRecords({ fields: ['name'], sort: 'name,asc', size: 100 }, { signal })),
});
