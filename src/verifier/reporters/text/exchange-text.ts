import { STATUS_CODES } from 'node:http';

import type { PlannedRequest } from '../../../plan/index.ts';
import type { ReceivedResponse } from '../../judge/exchange.ts';
import { prettyJson } from './pretty-json.ts';
import { shortened, visible } from './visible.ts';

/** A request as text, much as it goes over the wire; a body of JSON over several lines. */
export function requestText({ method, path, headers, body = '' }: PlannedRequest, longestBody: number): string {
  return messageText(`${method} ${path}`, headers, body, longestBody);
}

/** An answer as text, much as it comes over the wire; a body of JSON over several lines. */
export function responseText({ status, headers, body }: ReceivedResponse, longestBody: number): string {
  return messageText(`${status} ${STATUS_CODES[status] ?? ''}`.trimEnd(), headers, body, longestBody);
}

function messageText(
  line: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  longestBody: number,
): string {
  const head = [line, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  // What is cut is no JSON any more, and a large body is not worth laying out.
  const shown = body.length > longestBody ? shortened(body, longestBody) : prettyJson(body);
  return visible([...head, ...(body === '' ? [] : ['', shown])].join('\n'));
}
