import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { unwrap } from 'workspace-api-client';

import { tickets } from '../api/client.ts';
import { ticketQuery } from '../api/queries.ts';
import { FailureNotice } from '../failures/failure-notice.tsx';
import { PageHeading } from './page-heading.tsx';
import { TicketForm } from './ticket-form.tsx';

/** Leaves the page, with a message about what was done. */
type Done = (message: string) => void;

/** The form of a new ticket. */
export function NewTicketPage({ onDone }: { readonly onDone: Done }) {
  return (
    <>
      <PageHeading>New ticket</PageHeading>
      <TicketForm onSaved={({ number }) => onDone(`${number} was created.`)} />
    </>
  );
}

/** The form of a ticket, with its comments. */
export function TicketPage({ id, onDone }: { readonly id: number; readonly onDone: Done }) {
  const { data, error, refetch } = useQuery(ticketQuery(id));
  const ticket = data?.data;
  return (
    <>
      <PageHeading>{ticket === undefined ? 'Ticket' : `Ticket ${ticket.number}`}</PageHeading>
      {error !== null && <FailureNotice error={error} doing="reading" onAgain={() => void refetch()} />}
      {ticket !== undefined && (
        <>
          <TicketForm ticket={ticket} onSaved={({ number }) => onDone(`${number} was saved.`)} />
          <DeleteTicket id={id} onDeleted={() => onDone(`${ticket.number} was deleted.`)} />
          <h2>Comments</h2>
          {ticket.comments.length === 0 && <p>None.</p>}
          {ticket.comments.map((comment) => (
            <blockquote key={comment.id}>
              <p>{comment.text}</p>
              <cite>{comment.author}</cite>
            </blockquote>
          ))}
        </>
      )}
    </>
  );
}

function DeleteTicket({ id, onDeleted }: { readonly id: number; readonly onDeleted: () => void }) {
  const queryClient = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => unwrap(tickets.deleteRecord({ id })),
    onSuccess: async () => {
      onDeleted();
      queryClient.removeQueries(ticketQuery(id));
      await queryClient.invalidateQueries({ queryKey: ['Ticket'] });
    },
  });
  return (
    <>
      {error !== null && <FailureNotice error={error} doing="writing" onAgain={mutate} />}
      <button
        type="button"
        className="danger"
        disabled={isPending}
        onClick={() => {
          if (confirm('Delete this ticket?')) mutate();
        }}
      >
        Delete
      </button>
    </>
  );
}
