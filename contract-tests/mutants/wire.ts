import { STATUS_CODES } from 'node:http';

import type { BentResponse } from './bending.ts';

/** Formats a response as it is sent over the wire, with the given framing headers. */
export function onTheWire(
  { status, headers, body }: BentResponse,
  framing: Readonly<Record<string, string>>,
  version = 'HTTP/1.1',
): string {
  const lines = Object.entries({ ...headers, ...framing }).map(([name, value]) => `${name}: ${value}`);
  return [`${version} ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}
