import { STATUS_CODES } from 'node:http';

import { version } from '../manifest/index.ts';
import type { HeaderValues, RecordedExchange } from '../traffic/index.ts';

/** What precedes the first entry of a HAR file (HTTP Archive 1.2). Between entries there is a comma. */
export const HAR_HEAD = `{"log":{"version":"1.2","creator":{"name":"workspace-api-contract","version":${JSON.stringify(version)}},"comment":"Every startedDateTime is when the response arrived; durations are not measured.","entries":[\n`;

/** What follows the last entry. */
export const HAR_TAIL = '\n]}}\n';

/** Returns an exchange as an entry of a HAR file. A response that is missing has the status 0, as in browsers. */
export function harEntry({ request, response, startedAt }: RecordedExchange): object {
  const { method, url, headers, body } = request;
  return {
    startedDateTime: startedAt ?? '',
    time: 0,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: listed(headers),
      queryString: queryOf(url),
      headersSize: -1,
      bodySize: Buffer.byteLength(body ?? ''),
      ...(body === undefined ? {} : { postData: { mimeType: headers['content-type'] ?? '', text: body } }),
    },
    response: {
      status: response.status,
      statusText: STATUS_CODES[response.status] ?? '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: listed(response.headers),
      content: contentOf(response),
      redirectURL: response.headers.location ?? '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}

function listed(headers: HeaderValues): readonly object[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): readonly object[] {
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}

/** A text that is missing was not recorded, unless the size is 0. */
function contentOf({ headers, body }: RecordedExchange['response']): object {
  const mimeType = headers['content-type'] ?? '';
  if (body === undefined) return { size: -1, mimeType, comment: 'too long to record' };
  return { size: Buffer.byteLength(body), mimeType, text: body };
}
