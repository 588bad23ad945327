import type { ReactElement } from 'react';
import { useId } from 'react';
import type { FieldErrors } from 'workspace-api-client';

import type { NewTicket } from '../workspace.ts';

/** What connects an input with its label, its hint and its errors. */
export interface InputProperties {
  readonly id: string;
  readonly name: keyof NewTicket;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

interface Properties {
  readonly column: keyof NewTicket;
  readonly label: string;
  readonly hint?: string;
  readonly errors: FieldErrors;
  readonly children: (input: InputProperties) => ReactElement;
}

/** A column in the form, with what the server says about its value. */
export function Field({ column, label, hint, errors, children }: Properties) {
  const id = useId();
  const messages = errors[column] ?? [];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, name: column, 'aria-invalid': messages.length > 0, 'aria-describedby': `${id}-about` })}
      <div id={`${id}-about`}>
        {hint !== undefined && <small>{hint}</small>}
        {messages.map((message) => (
          <p key={message} className="error">
            {message}
          </p>
        ))}
      </div>
    </div>
  );
}
