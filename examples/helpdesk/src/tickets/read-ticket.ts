import type { NewTicket } from '../workspace.ts';

/** Returns the content of the form. The server checks it, so that its rules are written only once, in the definition. */
export function readTicket(form: FormData): NewTicket {
  return {
    number: text(form, 'number'),
    title: text(form, 'title'),
    status: text(form, 'status'),
    priority: Number(text(form, 'priority')),
    due: text(form, 'due') || null,
    agent_id: numberOrNull(form, 'agent_id'),
    duplicate_of_id: numberOrNull(form, 'duplicate_of_id'),
  };
}

function text(form: FormData, column: keyof NewTicket): string {
  const value = form.get(column);
  return typeof value === 'string' ? value.trim() : '';
}

function numberOrNull(form: FormData, column: keyof NewTicket): number | null {
  const value = text(form, column);
  return value === '' ? null : Number(value);
}
