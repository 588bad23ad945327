import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { fieldErrors, unwrap } from 'workspace-api-client';

import { tickets } from '../api/client.ts';
import { agentsQuery } from '../api/queries.ts';
import { FailureNotice } from '../failures/failure-notice.tsx';
import type { NewTicket, TicketRecord } from '../workspace.ts';
import { Field } from './field.tsx';
import { OtherErrors } from './other-errors.tsx';
import { readTicket } from './read-ticket.ts';
import { statuses } from './statuses.ts';

interface Properties {
  /** The ticket to change; a new one if there is none. */
  readonly ticket?: TicketRecord;
  readonly onSaved: (ticket: TicketRecord) => void;
}

/** Creates or changes a ticket. What the server says about a value is shown next to it. */
export function TicketForm({ ticket, onSaved }: Properties) {
  const form = useRef<HTMLFormElement>(null);
  const queryClient = useQueryClient();
  const agents = useQuery(agentsQuery);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (values: NewTicket) => save(ticket?.id, values),
    onSuccess: async (saved) => {
      onSaved(saved.data);
      await queryClient.invalidateQueries({ queryKey: ['Ticket'] });
    },
  });
  const errors = fieldErrors(error);

  useEffect(() => {
    const invalid = form.current?.querySelector('[aria-invalid="true"]');
    if (invalid instanceof HTMLElement) invalid.focus();
  }, [error]);

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        mutate(readTicket(new FormData(event.currentTarget)));
      }}
    >
      {error !== null && (
        <FailureNotice error={error} doing="writing" onAgain={() => form.current?.requestSubmit()}>
          <OtherErrors errors={errors} />
        </FailureNotice>
      )}
      <Field column="number" label="Number" hint="Such as HD-1001" errors={errors}>
        {(input) => <input {...input} defaultValue={ticket?.number} />}
      </Field>
      <Field column="title" label="Title" errors={errors}>
        {(input) => <input {...input} defaultValue={ticket?.title} />}
      </Field>
      <Field column="status" label="Status" errors={errors}>
        {(input) => (
          <select {...input} defaultValue={ticket?.status}>
            {statuses.map((status) => (
              <option key={status}>{status}</option>
            ))}
          </select>
        )}
      </Field>
      <Field column="priority" label="Priority" hint="1 is the most urgent" errors={errors}>
        {(input) => <input {...input} type="number" defaultValue={ticket?.priority ?? 3} />}
      </Field>
      <Field column="due" label="Due" errors={errors}>
        {(input) => <input {...input} type="date" defaultValue={ticket?.due ?? ''} />}
      </Field>
      <Field column="agent_id" label="Agent" errors={errors}>
        {(input) => (
          // The options arrive later than the form, so a new `key` applies the default value again.
          <select {...input} key={agents.status} defaultValue={ticket?.agent_id ?? ''}>
            <option value="">no agent</option>
            {agents.data?.data.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {agents.error !== null && (
        <FailureNotice error={agents.error} doing="reading" onAgain={() => void agents.refetch()} />
      )}
      <Field column="duplicate_of_id" label="Duplicate of" hint="The id of another ticket" errors={errors}>
        {(input) => <input {...input} type="number" defaultValue={ticket?.duplicate_of_id ?? ''} />}
      </Field>
      <button disabled={isPending}>{isPending ? 'Saving …' : 'Save'}</button>
    </form>
  );
}

async function save(id: number | undefined, body: NewTicket) {
  return id === undefined ? unwrap(tickets.createRecord({ body })) : unwrap(tickets.updateRecord({ id, body }));
}
