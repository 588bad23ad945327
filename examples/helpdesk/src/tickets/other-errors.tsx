import type { FieldErrors } from 'workspace-api-client';

import type { NewTicket } from '../workspace.ts';

/** The columns that the form shows. A column that is added to the definition does not compile until it is here. */
const SHOWN: Readonly<Record<keyof NewTicket, true>> = {
  number: true,
  title: true,
  status: true,
  priority: true,
  due: true,
  agent_id: true,
  duplicate_of_id: true,
};

/** What the server says about columns that the form does not have, because the definition of the server may be newer. */
export function OtherErrors({ errors }: { readonly errors: FieldErrors }) {
  const others = Object.entries(errors).filter(([column]) => !Object.hasOwn(SHOWN, column));
  if (others.length === 0) return null;
  return (
    <ul>
      {others.map(([column, messages = []]) => (
        <li key={column}>
          {column}: {messages.join(', ')}
        </li>
      ))}
    </ul>
  );
}
