import { useState } from 'react';

import { TryFailures } from './development/try-failures.tsx';
import { linkTo, navigate, useRoute } from './route.ts';
import { TicketList } from './tickets/ticket-list.tsx';
import { NewTicketPage, TicketPage } from './tickets/ticket-page.tsx';

/** The page: the list of tickets, or the form of one. */
export function App() {
  const route = useRoute();
  const [message, setMessage] = useState('');

  function finish(text: string) {
    setMessage(text);
    navigate({ page: 'list' });
  }

  return (
    <>
      <header>
        <a href={linkTo({ page: 'list' })}>Helpdesk</a>
      </header>
      <main>
        <p role="status">{message}</p>
        {route.page === 'list' && <TicketList />}
        {route.page === 'new' && <NewTicketPage onDone={finish} />}
        {route.page === 'ticket' && <TicketPage key={route.id} id={route.id} onDone={finish} />}
      </main>
      {import.meta.env.VITE_TRY_FAILURES === 'true' && <TryFailures />}
    </>
  );
}
