import { ServerResponse, validateHeaderName, validateHeaderValue } from 'node:http';

import type { Answer } from './answer-for.ts';
import { isAboutAnotherBody } from './is-about-another-body.ts';

type HeaderValue = number | string | string[] | undefined;

/**
 * Sends a response with Node's own methods: past the hooks of a framework, and past methods of the response that a middleware
 * replaced. Used if one of them failed while the response was sent. If Node cannot send it either, closes the connection.
 * @param headers the headers that the response had so far; those about another body are left out
 */
export function sendDirectly(
  response: ServerResponse,
  { status, headers: own, body }: Answer,
  headers: Readonly<Record<string, HeaderValue>>,
): void {
  try {
    // HTTP/2 has its own response class, with no base class in common.
    const methods: ServerResponse = response instanceof ServerResponse ? ServerResponse.prototype : response;
    for (const name of Object.keys(response.getHeaders())) methods.removeHeader.call(response, name);
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined && !isAboutAnotherBody(name, value) && isValid(name, value))
        methods.setHeader.call(response, name, value);
    }
    for (const [name, value] of Object.entries(own)) methods.setHeader.call(response, name, value);
    methods.setHeader.call(response, 'content-length', Buffer.byteLength(body));
    response.statusMessage = '';
    methods.writeHead.call(response, status);
    methods.end.call(response, body, 'utf8');
  } catch {
    response.destroy();
  }
}

function isValid(name: string, value: number | string | string[]): boolean {
  try {
    validateHeaderName(name);
    for (const each of [value].flat()) validateHeaderValue(name, String(each));
    return true;
  } catch {
    return false;
  }
}
