import { describe, expect, it } from '@jest/globals';

import { collectionAt, parseTarget } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { Ownership } from './ownership.ts';
import { Settling } from './settling.ts';

const RUN = '1234567890';

const target = parseTarget(
  {
    baseUrl: 'http://127.0.0.1:1',
    organization: 'acme',
    workspace: 'sales',
    keys: { readWrite: 'key-rw' },
    entity: { name: 'Customer', unique: 'email', valid: { email: 'a{run}@example.com' }, invalid: { email: 'a' } },
  },
  {},
);
const customers = collectionAt(target, '/acme/sales/Customer');
const elsewhere = collectionAt(target, '/acme/archive/Customer');

const ownership = new Ownership({
  target,
  send: () => Promise.reject(new Error('nothing is sent')),
  run: RUN,
  settling: new Settling({ settle: 0 }, () => Promise.resolve()),
});

function reading(id: string | number | bigint, status: number, body = '', collection = customers) {
  const request = { method: 'GET', path: `${collection.path}/${id}`, headers: {} };
  const exchange: Exchange = { request, response: { status, headers: {}, body } };
  const judged = ownership.judge(collection, id, exchange);
  return judged.is === 'unknown' ? judged.shows : judged.is;
}

describe('a read of an id', () => {
  it.each([
    ['the digits of the run', { id: 7, email: `a${RUN}0001@example.com` }, 'own'],
    ['the digits of the run in other punctuation', { id: 7, phone: '+12 345-678 90' }, 'own'],
    ['the digits of the run only in its id', { id: 7, email: 'a@example.com' }, 'another'],
    ['a record of the run with another id', { id: 8, email: `a${RUN}0001@example.com` }, 'another'],
    ['no record', {}, 'nothing'],
  ])('that shows %s', (_what, data, expected) => {
    expect(reading(7, 200, JSON.stringify({ data }))).toBe(expected);
  });

  it('compares every digit of an id of 64 bits', () => {
    const body = `{"data":{"id":9007199254740993,"email":"a${RUN}0001@example.com"}}`;
    expect(reading(9007199254740993n, 200, body)).toBe('own');
    expect(reading(9007199254740992n, 200, body)).toBe('another');
  });

  it('proves with 404 or 410 that there is no record', () => {
    for (const status of [404, 410]) expect(reading(7, status)).toBe('missing');
  });

  it.each([400, 401, 403, 405, 406, 408, 422, 425, 429, 500, 503, 302])(
    'proves nothing about a well-formed id with %i',
    (status) => {
      expect(reading(7, status)).toBe('nothing');
    },
  );

  it.each(['abc', '0', '-1', '99999999999999999999'])('proves with 400 or 422 that no record has the id %s', (id) => {
    for (const status of [400, 422]) expect(reading(id, status)).toBe('missing');
  });

  it('sees no record in a workspace that it may not read', () => {
    for (const status of [401, 403]) expect(reading(7, status, '', elsewhere)).toBe('missing');
    expect(reading(7, 429, '', elsewhere)).toBe('nothing');
  });
});
