import { STATUS_CODES } from 'node:http';

import type { PlannedRequest } from '../../../plan/index.ts';
import type { ReceivedResponse } from '../../../judge/index.ts';
import { prettyJson } from './pretty-json.ts';
import { shortened, visible } from './visible.ts';

/** Returns a request as text, similar to its form on the wire. A JSON body is pretty-printed. */
export function requestText({ method, path, headers, body = '' }: PlannedRequest, longestBody: number): string {
  return messageText(`${method} ${path}`, headers, body, longestBody);
}

/** Returns a response as text, similar to its form on the wire. A JSON body is pretty-printed. */
export function responseText({ status, headers, body, bodySize }: ReceivedResponse, longestBody: number): string {
  const text = messageText(`${status} ${STATUS_CODES[status] ?? ''}`.trimEnd(), headers, body, longestBody);
  return bodySize === undefined ? text : `${text}\n… (the whole body has ${bodySize} bytes)`;
}

function messageText(
  line: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  longestBody: number,
): string {
  const head = [line, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  // A shortened body is no longer JSON, so it is not pretty-printed.
  const shown = body.length > longestBody ? shortened(body, longestBody) : prettyJson(body);
  return visible([...head, ...(body === '' ? [] : ['', shown])].join('\n'));
}
