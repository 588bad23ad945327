import { describe, expect, it } from '@jest/globals';

import type { Exchange } from '../../../judge/index.ts';
import type { Twice } from './told-apart-by.ts';
import { toldApartBy } from './told-apart-by.ts';

interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const exchange = (id: string, { status = 401, headers = {}, body = '{}' }: Said): Exchange => ({
  request: { method: 'GET', path: `/acme-corp/sales/Customer/${id}`, headers: {} },
  response: { status, headers, body },
});
const there = (first: Said, again = first): Twice => [exchange('17', first), exchange('17', again)];
const missing = (first: Said, again = first): Twice => [exchange('99', first), exchange('99', again)];

describe('toldApartBy', () => {
  it.each<[string, Said, Said]>([
    [
      'the path',
      { body: '{"path":"/acme-corp/sales/Customer/17"}' },
      { body: '{"path":"/acme-corp/sales/Customer/99"}' },
    ],
    [
      'a request id',
      { body: '"0b0f1d8e-0000-4000-8000-000000000001"' },
      { body: '"0b0f1d8e-0000-4000-8000-000000000002"' },
    ],
    ['the time', { body: '"2026-01-01T00:00:00.001+01:00"' }, { body: '"2026-01-01T00:00:00Z"' }],
    ['the milliseconds since 1970', { body: '1790000000001' }, { body: '1790000000002' }],
    ['the value of a header', { headers: { date: 'now' } }, { headers: { date: 'later' } }],
  ])('ignores %s', (_what, one, other) => {
    expect(toldApartBy(there(one), missing(other))).toBeUndefined();
  });

  it('ignores what differs between two responses to the same request', () => {
    const [one, again] = [{ body: '{"requestId":"req_a1"}' }, { body: '{"requestId":"req_b2"}' }];
    const [two, twoAgain] = [{ body: '{"requestId":"req_c3"}' }, { body: '{"requestId":"req_d4"}' }];
    expect(toldApartBy(there(one, again), missing(two, twoAgain))).toBeUndefined();
    const cached = { headers: { age: '1' } };
    expect(toldApartBy(there({}, cached), missing({}))).toBeUndefined();
    expect(toldApartBy(there({}), missing({}, cached))).toBeUndefined();
  });

  it.each<[string, Said, Said]>([
    ['a different status', { status: 401 }, { status: 404 }],
    ['a different body', { body: '{"locked":true}' }, { body: '{}' }],
    [
      'a different challenge',
      { headers: { 'www-authenticate': 'Bearer realm="x"' } },
      { headers: { 'www-authenticate': 'Bearer' } },
    ],
    ['an additional header', { headers: { etag: '"7"' } }, {}],
    ['a missing header', {}, { headers: { etag: '"7"' } }],
  ])('reports %s', (_what, one, other) => {
    expect(toldApartBy(there(one), missing(other))).toEqual(expect.any(String));
  });

  it('reports a different status even if the bodies differ each time', () => {
    const [one, again] = [{ body: 'a' }, { body: 'b' }];
    expect(toldApartBy(there(one, again), missing({ status: 404, body: 'c' }, { status: 404, body: 'd' }))).toBe(
      '401 versus 404',
    );
  });
});
