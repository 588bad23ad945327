import type { IncomingMessage } from 'node:http';

/**
 * The values of a header, as often as it was sent: `headers` keeps the first of two and hides the second, and `headersDistinct`
 * sorts all headers to give one. `name` is in lower case.
 */
export function headerValues({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  const values: string[] = [];
  // Names and values in turns.
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const sent = rawHeaders[index] ?? '';
    if (sent.length === name.length && sent.toLowerCase() === name) values.push(rawHeaders[index + 1] ?? '');
  }
  return values;
}
