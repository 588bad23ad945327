import { describe, expect, it } from '@jest/globals';

import { ask, askBytes } from '../../src/server/testing/test-server.ts';
import { expectEnd } from './expect-end.ts';
import { badRequest, routeNotFound } from './refusal.ts';
import { untouchedServer } from './untouched-server.ts';
import { CLOSE, CUSTOMERS, HOST, JANE, KEY, wire } from './wire.ts';

const server = untouchedServer();

describe('a method that no operation has (PATCH, TRACE, PROPFIND, an unknown one)', () => {
  it.each(['PATCH', 'TRACE', 'PROPFIND', 'OPTIONS', 'QUERY'])('%s → 400 or 404', async (method) => {
    for (const path of ['/Customer', '/Customer/1', '/Customer/bulk']) {
      const answer = await ask(server, { method, path, body: JANE });
      expect(answer).toMatchObject(badRequest(`Method ${method} is not supported on this path`));
      // TRACE would echo the request, including the key (RFC 9110, section 9.3.8).
      expect(answer.text).not.toContain('sk_');
    }
    expect(await ask(server, { method, path: '/Customer/1/2' })).toMatchObject(routeNotFound);
  });

  it.each(['FROBNICATE', 'get', 'POSTT', 'G\tET', '{"a":1}'])('%s → 400, connection closed', async (method) => {
    await expectEnd(server, wire([`${method} ${CUSTOMERS} HTTP/1.1`, HOST, KEY]), badRequest('The method is unknown'));
  });

  it('a method override in a header → ignored', async () => {
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const path = '/Customer/3?_method=DELETE';
      expect(await ask(server, { path, headers: { [name]: 'DELETE' } })).toMatchObject({ status: 200 });
    }
  });
});

describe('HEAD', () => {
  it.each(['/Customer', '/Customer/1', '/Customer/42', '/Nothing', '/Customer/', '/Customer?page=-1', '/Customer/%zz'])(
    '%s → GET’s status, no body',
    async (path) => {
      const [get, head] = [await ask(server, { path }), await ask(server, { method: 'HEAD', path })];
      expect([head.status, head.text]).toEqual([get.status, '']);
      // The raw response must have no body: a client would read it as the start of the next response.
      const bytes = await askBytes(
        server,
        wire([`HEAD ${CUSTOMERS.replace('/Customer', path)} HTTP/1.1`, HOST, KEY, CLOSE]),
      );
      expect(bytes.indexOf('\r\n\r\n')).toBe(bytes.length - 4);
    },
  );
});
