import type { IncomingMessage } from 'node:http';

/**
 * Returns every value of a header. Node's `headers` drops or joins repeated headers, and `headersDistinct` collects all headers
 * to return one.
 * @param name in lower case
 */
export function headerValues({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  const values: string[] = [];
  // Names and values alternate.
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const sent = rawHeaders[index] ?? '';
    if (sent.length === name.length && sent.toLowerCase() === name) values.push(rawHeaders[index + 1] ?? '');
  }
  return values;
}
