import { gzipSync } from 'node:zlib';

import { bendHeaders, bendResponses } from '../bend.ts';
import type { BentResponse } from '../bending.ts';
import { onTheWire } from '../wire.ts';
import type { HarmlessVariant } from './harmless-variant.ts';

/** Servers that use HTTP differently. */
export const framing: readonly HarmlessVariant[] = [
  {
    is: 'a content type with a charset, in different case',
    bending: bendHeaders((headers) =>
      'content-type' in headers ? { ...headers, 'content-type': 'Application/JSON;charset="UTF-8"' } : headers,
    ),
  },
  {
    is: 'header names in upper case',
    bending: bendHeaders((headers) =>
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value])),
    ),
  },
  {
    is: 'additional headers',
    bending: bendHeaders((headers) => ({
      ...headers,
      'x-powered-by': 'Express',
      'set-cookie': 'session=7; HttpOnly',
      'access-control-allow-origin': '*',
      'strict-transport-security': 'max-age=31536000',
      vary: 'Origin',
    })),
  },
  {
    is: 'rate-limit headers that count down',
    bending: (real) => {
      let remaining = 10_000;
      return bendHeaders((headers) => {
        remaining -= 1;
        return { ...headers, 'ratelimit-limit': '10000', 'ratelimit-remaining': String(remaining) };
      })(real);
    },
  },
  {
    is: 'no request id',
    noted: ['request-id', 'precedence', 'entity-case'],
    bending: bendHeaders(({ 'x-request-id': _id, ...headers }) => headers),
  },
  {
    is: 'no challenge on a 401',
    noted: ['challenge', 'precedence'],
    bending: bendHeaders(({ 'www-authenticate': _challenge, ...headers }) => headers),
  },
  {
    is: 'several challenges, with bearer in lower case',
    bending: bendHeaders(
      (headers) => ({
        ...headers,
        'www-authenticate': 'Negotiate, bearer realm="x, y", error="invalid_token", Basic realm="Workspace"',
      }),
      401,
    ),
  },
  {
    is: 'an ETag on reads and a Location on creates',
    bending: bendResponses((response) => ({
      ...response,
      headers: {
        ...response.headers,
        ...(response.status === 200 ? { etag: 'W/"7"' } : {}),
        ...(response.status === 201 ? { location: '/api/v1/acme-corp/sales/Customer/7' } : {}),
      },
    })),
  },
  {
    is: 'connections that close after each response',
    bending: bendHeaders((headers) => ({ ...headers, connection: 'close' })),
  },
  {
    is: 'chunked bodies',
    bending: bendResponses((response) =>
      response.body === ''
        ? response
        : { ...response, headers: { ...response.headers, 'transfer-encoding': 'chunked' } },
    ),
  },
  {
    is: 'compressed bodies, requested or not',
    bending: bendResponses((response, { method }) => {
      if (response.body === '' || method === 'HEAD') return response;
      const body = gzipSync(response.body);
      const framing = { 'content-encoding': 'gzip', 'content-length': String(body.length), connection: 'close' };
      return { ...response, wire: Buffer.concat([Buffer.from(onTheWire({ ...response, body: '' }, framing)), body]) };
    }),
  },
  {
    is: 'HTTP/1.0',
    bending: bendResponses((response, { method }) => ({
      ...response,
      wire: onTheWire(withoutBody(response, method), {}, 'HTTP/1.0'),
    })),
  },
  {
    is: 'early hints before each response',
    bending: bendResponses((response, { method }) => ({
      ...response,
      wire: `HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n${onTheWire(withoutBody(response, method), { connection: 'close' })}`,
    })),
  },
  {
    is: 'a Content-Length of 0 on a 204',
    bending: bendResponses((response) =>
      response.status === 204 ? { ...response, headers: { ...response.headers, 'content-length': '0' } } : response,
    ),
  },
  {
    is: 'no support for HEAD',
    noted: ['head'],
    bending: bendResponses((response, { method }) =>
      method === 'HEAD'
        ? { ...response, status: 405, headers: { ...response.headers, allow: 'GET, PUT, DELETE' } }
        : response,
    ),
  },
  {
    is: 'slow responses',
    bending: (real) => {
      let count = 0;
      return async (request) => {
        count += 1;
        const response = await real(request);
        if (count % 4 === 0) await new Promise((resolve) => setTimeout(resolve, (count * 7) % 20));
        return response;
      };
    },
  },
];

function withoutBody(response: BentResponse, method: string): BentResponse {
  return method === 'HEAD' ? { ...response, body: '' } : response;
}
