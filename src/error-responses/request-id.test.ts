import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { idOf, REQUEST_ID } from './request-id.ts';

/** A key in no known format, as another application may issue. */
const FOREIGN_KEY = 'f0reign-Key.of_another-application';
const ISSUED_KEY = `sk_live_${'0af3'.repeat(12)}`;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

function requestWith(headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers });
}

const around = (key: string): readonly string[] => [key, `Bearer.${key}`, `Bearer_${key}`, `${key}-7`, `x${key}`];

/** Ids that contain a text in an encoding, at every position in a group of Base64, and without the characters that no id can have. */
const encoded = (text: string): readonly string[] =>
  ['', 'b', 'by', 'Bearer ', 'user:'].flatMap((before) => {
    const bytes = Buffer.from(before + text);
    const all = [bytes.toString('base64url'), bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
    return all.flatMap((id) => [id, `a${id}`, `id-${id}.7`]);
  });

describe('idOf', () => {
  it.each(['a', 'mine-7', 'task_7', 'desk_lamp.3', 'x'.repeat(128), '4bf92f3577b34da6a3ce929d0e0e4736'])(
    'keeps the id %s',
    (id) => {
      expect(idOf(requestWith({ [REQUEST_ID]: id }))).toBe(id);
      expect(idOf(requestWith({ [REQUEST_ID]: id, authorization: `Bearer ${ISSUED_KEY}` }))).toBe(id);
    },
  );

  it.each(['', 'not fit', 'a, b', 'x'.repeat(129), 'ä', 'a\u0000'])(
    'replaces the id %j, the same way on every call',
    (id) => {
      const request = requestWith({ [REQUEST_ID]: id });
      const given = idOf(request);
      expect(given).toMatch(UUID);
      expect(idOf(request)).toBe(given);
    },
  );

  it.each([...around(ISSUED_KEY), ...around('sk_test_1'), ISSUED_KEY.toUpperCase()])(
    'replaces the id %s, which contains a key, without an Authorization header',
    (id) => {
      expect(idOf(requestWith({ [REQUEST_ID]: id }))).toMatch(UUID);
    },
  );

  it.each([...encoded('sk_live_0af30af3'), ...encoded('sk_test_1')])(
    'replaces the id %s, which contains an encoded key, without an Authorization header',
    (id) => {
      expect(idOf(requestWith({ [REQUEST_ID]: id }))).toMatch(UUID);
    },
  );

  it.each(encoded(FOREIGN_KEY))('replaces the id %s, which contains the encoded key of its request', (id) => {
    expect(idOf(requestWith({ [REQUEST_ID]: id, authorization: `Bearer ${FOREIGN_KEY}` }))).toMatch(UUID);
  });

  it.each(
    [ISSUED_KEY, FOREIGN_KEY].flatMap((key) =>
      [...around(key), key.toUpperCase(), key.slice(0, -5), key.slice(12)].flatMap((id) =>
        [`Bearer ${key}`, `bearer  ${key}`, `Basic ${key}`, key].map((authorization) => [id, authorization] as const),
      ),
    ),
  )('replaces the id %s of a request with the credentials %s', (id, authorization) => {
    expect(idOf(requestWith({ [REQUEST_ID]: id, authorization }))).toMatch(UUID);
  });
});
