import type { IncomingHttpHeaders } from 'node:http';

import { isObject } from '../../contract/index.ts';

/** What is known about a request whose handling failed, and about the response that it did not get. */
export interface FailedRequest {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** The parsed body, if there is one yet. */
  readonly body: unknown;
  /** The maximum body size in bytes, used if an error does not contain it. */
  readonly bodyLimit?: number;
  /** Whether the header Retry-After was set on the response. */
  readonly hasRetryAfter: boolean;
}

/** Whether a request has a body that was not parsed, so that an error of a body parser can be about it. */
export function hasUnparsedBody({ headers, body }: FailedRequest): boolean {
  const isSent = headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;
  // Express 4 sets an empty object before it parses.
  const isParsed = isObject(body) ? Object.keys(body).length > 0 : body !== undefined;
  return isSent && !isParsed;
}

/** Whether the path of a request has a percent escape that cannot be decoded. */
export function hasMalformedPath({ url = '' }: FailedRequest): boolean {
  const [path = ''] = url.split('?');
  try {
    decodeURIComponent(path);
    return false;
  } catch {
    return true;
  }
}
