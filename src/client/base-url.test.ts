import { describe, expect, it } from '@jest/globals';

import { createClient } from './index.ts';

const BASE = 'http://localhost/api/v1/acme-corp/sales';

describe('a base URL', () => {
  it.each([
    `${BASE}#top`,
    `${BASE}#`,
    `${BASE}/#/`,
    `${BASE}?key=sk_live_secret`,
    `${BASE}?`,
    ` ${BASE}`,
    `${BASE} `,
    `${BASE}\n`,
    `\t${BASE}`,
    'http://localhost/api/v1/acme corp/sales',
    `${BASE}\u00a0`,
    `\ufeff${BASE}`,
    '#',
    '?',
    ' ',
  ])('of %j is rejected when the client is made, without repeating it', (baseUrl) => {
    expect(() => createClient({ baseUrl, apiKey: 'key' })).toThrow(
      expect.objectContaining({
        name: 'TransportError',
        code: 'INVALID_REQUEST',
        message: expect.stringMatching(/^(?!.*secret).*baseUrl/),
      }),
    );
  });

  it.each([BASE, `${BASE}/`, 'https://bücher.example/api', 'http://[::1]:8080/a%20b', 'http://localhost/a%3Fb%23c'])(
    'of %j reaches the server',
    async (baseUrl) => {
      const sent: string[] = [];
      const fetch = ({ url }: Request) => {
        sent.push(url);
        return Promise.resolve(new Response('{"data":{"id":1}}'));
      };
      const client = createClient({ baseUrl, fetch });
      expect(await client.getRecord({ entityName: 'Customer', id: 1 })).toMatchObject({ ok: true });
      expect(sent).toEqual([new URL(`${baseUrl.replace(/\/$/, '')}/Customer/1`).href]);
    },
  );
});
