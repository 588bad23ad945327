import { execFileSync } from 'node:child_process';

import { describe, expect, it } from '@jest/globals';

import { curlLinesOf, curlOf } from './curl.ts';

const ENVIRONMENT = { HOME: '/home/of-the-shell', READ_WRITE_KEY: 'sk_1', READ_WRITE_KEY_TWO: 'sk_1_two' };
const secrets = { READ_WRITE_KEY: 'sk_1', READ_WRITE_KEY_TWO: 'sk_1_two' };

/** Returns the arguments that a shell passes to curl. */
function wordsOf(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }; ${command}`;
  return execFileSync('sh', ['-c', script], { env: ENVIRONMENT }).toString().split('\0').slice(0, -1);
}

/** Strings that a shell changes or runs unless they are quoted. */
const odd = [
  '$(echo ran)',
  '`echo ran`',
  '$HOME ${HOME} $READ_WRITE_KEY',
  'a "b" \\ c \\" \\$',
  "it's '' '",
  '!! !x #y ~ * ? & ; | > <',
  'two\nlines',
  ' spaces at both ends ',
  'Ünïcode 😀',
  '\u001b[31mred\u0007\r and \u202e\u00a0\u2028 in the end\u001b',
  "'\u001b'\u009b'",
  '::error::x\n\t::error::y ##[error]z ##vso[a]',
  '100% \\033',
];

describe('the curl command of a request', () => {
  it.each(odd)('passes on %j literally, in a header, the path and the body', (text) => {
    const request = { method: 'PUT', path: `/a?b=${text}`, headers: { 'x-odd': text }, body: text };
    expect(wordsOf(curlOf('http://x', request, { headers: { 'x-general': text } }))).toEqual([
      '-i',
      '-X',
      'PUT',
      '-H',
      `x-general: ${text}`,
      '-H',
      `x-odd: ${text}`,
      '-H',
      'content-type:',
      '--data-raw',
      text,
      ...(/[[\]{}]/.test(text) ? ['--globoff'] : []),
      '--path-as-is',
      `http://x/a?b=${text}`,
    ]);
  });

  it.each(odd)('contains nothing that a terminal or a CI server obeys: %j', (text) => {
    const command = curlOf('http://x', { method: 'PUT', path: '/', headers: { 'x-odd': text }, body: text });
    expect(command).not.toMatch(/[^\n\t\P{Cc}]|\p{Cf}|\p{Zl}|^\s*::|##[a-z]*\[/mu);
  });

  it('has variables in place of secrets, wherever they are, and no secret', () => {
    const headers = { authorization: 'Bearer sk_1', 'x-both': 'sk_1_two and $(sk_1)' };
    const request = { method: 'POST', path: '/sk_1', headers, body: "'sk_1'" };
    const command = curlOf('http://x', request, { secrets });
    expect(command).not.toContain('sk_1');
    expect(wordsOf(command)).toEqual(wordsOf(curlOf('http://x', request)));
  });

  it.each([
    ['HEAD', undefined, ['--head', '--path-as-is', 'http://x/']],
    ['HEAD', '{}', ['-i', '-X', 'HEAD', '-H', 'content-type:', '--data-raw', '{}', '--path-as-is', 'http://x/']],
    ['GET', undefined, ['-i', '-X', 'GET', '--path-as-is', 'http://x/']],
    ['POST', '', ['-i', '-X', 'POST', '-H', 'content-type:', '--data-raw', '', '--path-as-is', 'http://x/']],
  ])('uses the options that curl needs for %s with the body %j', (method, body, words) => {
    const request = { method, path: '/', headers: {}, ...(body === undefined ? {} : { body }) };
    expect(wordsOf(curlOf('http://x', request))).toEqual(words);
  });

  it('sends an empty header, which curl otherwise removes', () => {
    expect(wordsOf(curlOf('http://x', { method: 'GET', path: '/', headers: { authorization: '' } }))).toContain(
      'authorization;',
    );
  });

  it("lets the request's own headers take precedence over those of the run", () => {
    const headers = { accept: 'own' };
    const command = curlOf('http://x', { method: 'GET', path: '/', headers }, { headers: { accept: 'general' } });
    expect(wordsOf(command).filter((word) => word.startsWith('accept'))).toEqual(['accept: own']);
  });

  it('is the same command on several lines', () => {
    const request = { method: 'POST', path: '/a', headers: { 'content-type': 'a/b' }, body: '{"name":"O\'Hara"}' };
    expect(curlLinesOf('http://x', request).split('\n')).toHaveLength(4);
    expect(wordsOf(curlLinesOf('http://x', request))).toEqual(wordsOf(curlOf('http://x', request)));
  });
});
