import type { HeaderValues, RecordedExchange } from '../../src/traffic/index.ts';

/** Returns a HAR file (HTTP Archive 1.2) of some exchanges, as a browser exports it. */
export function harOf(exchanges: readonly RecordedExchange[], origin = 'https://app.example.com'): string {
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'test', version: '1' },
      entries: exchanges.map((exchange) => entryOf(exchange, origin)),
    },
  });
}

function entryOf({ request, response, startedAt }: RecordedExchange, origin: string): object {
  const { body: sent } = request;
  const { body: received = '' } = response;
  return {
    startedDateTime: startedAt,
    time: 1,
    request: {
      method: request.method,
      url: origin + request.url,
      httpVersion: 'HTTP/1.1',
      headers: listed(request.headers),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: -1,
      ...(sent === undefined ? {} : { postData: { mimeType: 'application/json', text: sent } }),
    },
    response: {
      status: response.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: listed(response.headers),
      cookies: [],
      content: { size: received.length, mimeType: 'application/json', text: received },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  };
}

function listed(headers: HeaderValues): readonly object[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
