import { describe, expect, it } from '@jest/globals';

import { textMaskerOf } from './mask-text.ts';

const KEY = 'sk_live_Ab/1+~-x9.Zq=';
const mask = textMaskerOf({ READ_WRITE_KEY: KEY, READ_ONLY_KEY: 'nine_sk_of_bytes', PASSWORD: 'grün/Öl_12' });

const each = (text: string, change: (character: string) => string): string => [...text].map(change).join('');
const codeOf = (character: string, radix: number, length: number): string =>
  character.charCodeAt(0).toString(radix).padStart(length, '0');
const percent = (text: string): string => each(text, (character) => `%${codeOf(character, 16, 2)}`);
const unicode = (text: string): string => each(text, (character) => `\\u${codeOf(character, 16, 4)}`);

/** How servers, log formats and proxies write what they repeat. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as sent': (text) => text,
  'in upper case': (text) => text.toUpperCase(),
  'in lower case': (text) => text.toLowerCase(),
  'with JSON escapes': unicode,
  'with escaped slashes': (text) => text.replaceAll('/', '\\/'),
  'with one JSON escape': (text) => unicode(text.slice(0, 1)) + text.slice(1),
  'with escapes of JavaScript': (text) => each(text, (character) => `\\x${codeOf(character, 16, 2)}`),
  'with code points': (text) => each(text, (character) => `\\u{${codeOf(character, 16, 5)}}`),
  'with octal escapes': (text) => each(text, (character) => `\\${codeOf(character, 8, 3)}`),
  'percent-encoded': percent,
  'percent-encoded where necessary': encodeURIComponent,
  'percent-encoded twice': (text) => percent(percent(text)),
  'percent-encoded in the old manner': (text) => each(text, (character) => `%u${codeOf(character, 16, 4)}`),
  'as decimal references': (text) => each(text, (character) => `&#${codeOf(character, 10, 1)};`),
  'as hexadecimal references': (text) => each(text, (character) => `&#x${codeOf(character, 16, 4)};`),
  'with named references': (text) =>
    text.replaceAll('_', '&lowbar;').replaceAll('/', '&sol;').replaceAll('+', '&plus;'),
  'as quoted-printable': (text) => each(text, (character) => `=${codeOf(character, 16, 2).toUpperCase()}`),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 after one byte': (text) => Buffer.from(`:${text}`).toString('base64'),
  'in base64 between other bytes': (text) => Buffer.from(`ab${text}cd`).toString('base64'),
  'in base64url': (text) => Buffer.from(`user:${text}`).toString('base64url'),
  'in base64 with escaped slashes': (text) => Buffer.from(text).toString('base64').replaceAll('/', '\\/'),
  'in lower-case base64': (text) => Buffer.from(text).toString('base64').toLowerCase(),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in hexadecimal with spaces': (text) =>
    Buffer.from(text)
      .toString('hex')
      .replace(/..(?=.)/g, '$& '),
  'as bytes in JSON': (text) => JSON.stringify([...Buffer.from(text)]).slice(1, -1),
  'in UTF-16': (text) => each(text, (character) => `${character}\0`).slice(0, -1),
  'with invisible characters': (text) => each(text, (character) => `${character}\u200b`).slice(0, -1),
  'over several lines': (text) => `${text.slice(0, 7)}\r\n${text.slice(7)}`,
  'in full width': (text) => each(text, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  'in JSON in JSON': (text) => JSON.stringify(JSON.stringify(unicode(text)).slice(1, -1)).slice(1, -1),
  'in JSON in a URL': (text) => encodeURIComponent(unicode(text)),
  'in a URL in HTML': (text) => percent(text).replaceAll('%', '&#37;'),
  'in a mixture': (text) => unicode(text.slice(0, 3)) + percent(text.slice(3, 6)) + text.slice(6),
};

describe.each(Object.entries(encodings))('a secret %s', (_how, encode) => {
  it.each([
    ['', ''],
    ['key: <', '>'],
    ['{"a":"', '"}'],
    ['Größe\n', '\nmore'],
  ])('is masked, and what surrounds it is kept: %j, %j', (before, after) => {
    const masked = mask(before + encode(KEY) + after);
    expect([masked.slice(0, before.length), masked.slice(masked.length - after.length)]).toEqual([before, after]);
    // In base64, digits of other bytes may remain.
    expect(masked.slice(before.length, masked.length - after.length)).toMatch(/^\w{0,6}\$READ_WRITE_KEY\w{0,4}={0,2}$/);
  });

  it('is masked as often as it occurs', () => {
    expect(mask(`${encode(KEY)} ${encode(KEY)}`).match(/\$READ_WRITE_KEY/g)).toHaveLength(2);
  });
});

describe('a text', () => {
  it.each([
    ['a key beyond ASCII', 'grün/Öl_12', '$PASSWORD'],
    ['its bytes, one by one', Buffer.from('grün/Öl_12').toString('latin1'), '$PASSWORD'],
    ['its bytes, percent-encoded', encodeURIComponent('grün/Öl_12'), '$PASSWORD'],
    ['its characters, percent-encoded', 'gr%FCn%2F%D6l_12', '$PASSWORD'],
    ['two secrets', `${KEY},nine_sk_of_bytes`, '$READ_WRITE_KEY,$READ_ONLY_KEY'],
    ['the user of a URL', 'see https://jane:p%40ss@example.com/a', 'see https://***@example.com/a'],
  ])('hides %s', (_what, text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['as sent', (text: string) => text],
    ['percent-encoded', percent],
    ['with JSON escapes', unicode],
  ])('that was cut within a secret %s hides the beginning', (_how, encode) => {
    expect(mask(`key ${encode(KEY.slice(0, 15))}`)).toBe('key $READ_WRITE_KEY');
  });

  it.each([
    'sk_live_',
    'a \\"quoted\\" text, 100%, a=b &amp; c\u0000',
    'mail jane@example.com, http://example.com/@handle',
    JSON.stringify({ a: [1, '\u{1f642}', '\\u0041'] }),
  ])('without a secret is unchanged: %j', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('keeps the name of a secret that has its name as its value', () => {
    const maskNames = textMaskerOf({ SK_TEST_READ_WRITE: 'sk_test_read_write', READ_ONLY_KEY: 'READ_ONLY_KEY' });
    const masked = `-H 'x-api-key: '"$SK_TEST_READ_WRITE", '"$READ_ONLY_KEY"`;
    expect(maskNames(masked)).toBe(masked);
    expect(maskNames('sk_test_read_write $sk_test_read_write READ_ONLY_KEY')).toBe(
      '$SK_TEST_READ_WRITE $$SK_TEST_READ_WRITE $READ_ONLY_KEY',
    );
  });

  it('is masked in linear time', () => {
    for (const text of ['\\'.repeat(200_000), '%25'.repeat(70_000), 'http://'.repeat(30_000), '&#'.repeat(100_000)])
      expect(mask(text)).toBe(text);
  });
});
