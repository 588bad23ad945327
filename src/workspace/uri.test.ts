import { describe, expect, it } from '@jest/globals';

import './re2.ts';
import { isEmail } from './format.ts';
import { isUrl } from './uri.ts';

describe('isUrl', () => {
  it.each([
    'http://example.com',
    'HTTPS://Example.COM/',
    'ftp://files.example.com/a/b.txt',
    'http://localhost:8080',
    'http://10.0.0.1/',
    'http://[2001:db8::1]:8080/',
    'http://[::]/',
    'http://[::ffff:192.0.2.1]/',
    'http://[1:2:3:4:5:6:7:8]/',
    'http://[v1.fe80::a]/',
    'https://user@host.example:1/',
    'https://user:p%40ss@host.example/',
    'http://example.com/%C3%A9?q=a/b?c#d?e',
    "http://a-b_c.example/~x!$&'()*+,;=:@",
    'http://example.com:',
  ])('accepts %s', (text) => {
    expect(isUrl(text)).toBe(true);
  });

  it.each([
    '',
    'example.com',
    'http:example.com',
    'http://',
    'http:///path',
    'http://:80/',
    'mailto:jane@example.com',
    'javascript://example.com/%0aalert(1)',
    'http://example.com\\a',
    'http://<example.com>',
    'http://example.com/<a>',
    'http://example.com/%6G',
    'http://example.com/%',
    'http://example.com/é',
    'http://exämple.com/',
    'http://example.com/a b',
    'http://example.com/\n',
    'http://example.com\n',
    'http://example.com/"',
    'http://example.com/{a}',
    'http://example.com/|',
    'http://example.com/^`',
    'http://example.com/#a#b',
    'http://[::1',
    'http://[::1]a/',
    'http://[1:2:3:4:5:6:7:8:9]/',
    'http://[1::2::3]/',
    'http://[12345::]/',
    'http://[::256.1.1.1]/',
    'http://a@b@c/',
    'http://example.com:8a/',
    ' http://example.com',
  ])('refuses %j', (text) => {
    expect(isUrl(text)).toBe(false);
  });
});

describe('a long text', () => {
  const long = [
    `http://${'a'.repeat(100_000)}`,
    `http://${'a.'.repeat(50_000)}!{`,
    `http://${'1.'.repeat(50_000)}/ x`,
    `http://${'a:'.repeat(50_000)}@`,
    `${'a.'.repeat(50_000)}@x`,
    `a@${'a-'.repeat(50_000)}!`,
    `a@${'a'.repeat(100_000)}`,
    `"${'\\"'.repeat(50_000)}"@x`,
  ];

  it.each(long.map((text) => [text.slice(0, 12), text]))('%s… is judged without backtracking', (_start, text) => {
    expect(typeof isUrl(text)).toBe('boolean');
    expect(typeof isEmail(text)).toBe('boolean');
  });
});

describe('isEmail', () => {
  it.each(['jane@example.com', 'JANE@EXAMPLE.COM', 'a+b.c@a-b.example', "o'hara@x.example"])('accepts %s', (text) => {
    expect(isEmail(text)).toBe(true);
  });

  it.each([
    '',
    'nope',
    'a@b',
    'a@-b.example',
    'a@b..example',
    '.a@b.example',
    'a b@c.example',
    'a@b.example\n',
    'é@b.example',
    'ſ@b.example',
  ])('refuses %j', (text) => {
    expect(isEmail(text)).toBe(false);
  });
});
